using Checkout.Changing.Erasing;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Customers;

public sealed class EraseOrderTests
{
    private static readonly Order Placed = AnOrder.Of(AnOrder.Line()) with
    {
        Status = OrderStatus.Processed,
        Customer = new Customer { FirstName = "Jane", EmailAddress = "jane@example.com" },
        ShippingAddress = AnOrder.Winnipeg,
        BillingAddress = AnOrder.Winnipeg,
    };

    [Fact]
    public void Decide_OrderAtRest_KeepsWhereItWasTaxedAndLosesWhoItWasFor()
    {
        var erased = EraseOrder.Decide(Placed, AnOrder.Now).Value;

        erased.Customer.ShouldBeNull();
        erased.ErasedAt.ShouldBe(AnOrder.Now.At);
        erased.BillingAddress.ShouldBe(
            new()
            {
                Country = "Canada",
                CountryCode = "CA",
                Province = "Manitoba",
                ProvinceCode = "MB",
            }
        );
        erased.NewTimeline[^1].Event.ShouldBe(EraseOrder.Event);
        EraseOrder.Decide(erased, AnOrder.Now).Value.ShouldBeSameAs(erased);
    }

    [Fact]
    public void Decide_OrderOfAPlatformsCart_ForgetsTheCart()
    {
        var ofACart = Placed with
        {
            CartId = "cart-1",
            Plugins = new PluginState { AuthorityCartId = "cart-1", Amendable = true },
        };

        var erased = EraseOrder.Decide(ofACart, AnOrder.Now).Value;

        (erased.CartId, erased.Plugins.AuthorityCartId, erased.Plugins.Amendable).ShouldBe((null, null, true));
    }

    [Fact]
    public void Decide_OpenOrder_CancelsItFirst() =>
        EraseOrder.Decide(Placed with { Status = OrderStatus.Open }, AnOrder.Now).Value.Status.ShouldBe(OrderStatus.Canceled);

    [Theory]
    [InlineData(TransactionKind.Authorize, TransactionStatus.Succeeded, true)]
    [InlineData(TransactionKind.Authorize, TransactionStatus.NeedsAction, true)]
    [InlineData(TransactionKind.Authorize, TransactionStatus.Failed, false)]
    [InlineData(TransactionKind.Capture, TransactionStatus.Pending, true)]
    [InlineData(TransactionKind.Capture, TransactionStatus.Succeeded, false)]
    public void Decide_WithThatMovement_IsRefusedWhileMoneyIsOnItsWay(TransactionKind kind, TransactionStatus status, bool isRefused) =>
        EraseOrder.Decide(Placed.With(PaymentWith(kind, status)), AnOrder.Now).Succeeded.ShouldBe(!isRefused);

    [Fact]
    public void Decide_WithSomethingStillToBeSeenTo_IsRefused()
    {
        Order[] waiting =
        [
            Placed with
            {
                Status = OrderStatus.Processing,
            },
            Placed with
            {
                OpenRefunds = [new OpenRefund("op", [], NotifyByEmail: false, "backend")],
            },
            Placed with
            {
                OwedStock = new OwedStock(1, AreAllTaken: true, []),
            },
            Placed with
            {
                PaymentDueAt = AnOrder.Now.At,
            },
            Placed with
            {
                Journal = new CreateOrderJournal { BodyHash = "", Commands = [new JournalCommand("k", "charge_payments")] },
            },
        ];

        waiting.ShouldAllBe(order => !EraseOrder.Decide(order, AnOrder.Now).Succeeded);
    }

    [Fact]
    public void Decide_Payments_KeepWhatARefundNeedsAndNothingOfTheCard()
    {
        var card = PaymentWith(TransactionKind.Capture, TransactionStatus.Succeeded) with
        {
            LastFour = "4242",
            Bin = "424242",
            Expiration = "01/2030",
            DisplayString = "VISA 4242",
            ReusableToken = "pm_1",
        };
        var gift = card with { Id = "gift", Type = PaymentTypes.GiftCard, Token = "giftcard_1" };

        var erased = EraseOrder.Decide(Placed.With(card).With(gift), AnOrder.Now).Value.Payments;

        erased[0].Transactions[0].GatewayReference.ShouldBe("ref");
        (erased[0].Token, erased[0].ReusableToken, erased[0].LastFour, erased[0].Bin).ShouldBe(("erased", null, "", ""));
        erased[1].Token.ShouldBe("giftcard_1");
        erased[0].Captured.ShouldBe(card.Captured);
    }

    private static Payment PaymentWith(TransactionKind kind, TransactionStatus status) =>
        new()
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "tok",
            Currency = "CAD",
            CreatedAt = AnOrder.Now.At,
            Transactions =
            [
                new PaymentTransaction
                {
                    Id = "t",
                    Kind = kind,
                    Amount = 100,
                    Currency = "CAD",
                    Status = status,
                    IdempotencyKey = "k",
                    OperationId = "o",
                    GatewayReference = "ref",
                    CreatedAt = AnOrder.Now.At,
                },
            ],
        };
}
