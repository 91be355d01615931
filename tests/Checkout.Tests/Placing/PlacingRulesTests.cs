using Checkout.Changing.Placing;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Checkout.Tests.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Placing;

public sealed class PlacingRulesTests
{
    private static readonly Shop Shop = AnOrder.Shop();

    /// <summary>Nothing is missing: an address, a line that applies, a customer, and a payment for all that it costs.</summary>
    private static readonly Order Ready = AnOrder.WithShipping(Shop) with
    {
        Customer = new Customer { EmailAddress = "john@example.com" },
        BillingAddress = AnOrder.Winnipeg,
        Payments = [APayment.Of("p")],
    };

    [Fact]
    public void Check_OfAReadyOrder_FindsNothing()
    {
        SubmitRules.Check(Ready, Shop, AnOrder.Now).ShouldBeEmpty();
        ProcessOrderRules.Check(Ready, Shop).ShouldBeEmpty();
    }

    [Fact]
    public void Check_OfAFinalOrder_SaysOnlyThat()
    {
        var order = AnOrder.Of() with { Status = OrderStatus.Canceled };

        ProcessOrderRules.Check(order, Shop).ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Final);
    }

    [Fact]
    public void Check_NamesAllThatIsMissing()
    {
        var order = AnOrder.Of(AnOrder.Line());

        ProcessOrderRules.Check(order, Shop).Select(p => p.Field).ShouldBe(["email_address", "shipping_address"]);
        SubmitRules
            .Check(order, Shop, AnOrder.Now)
            .Select(p => (p.Field, p.AddressType))
            .ShouldBe([("address_line_1", "shipping"), ("address_line_1", "billing"), ("email_address", null), ("payment", null)]);
    }

    [Fact]
    public void Check_OfAnEmptyCart_NamesTheCart() =>
        ProcessOrderRules.Check(Ready with { LineItems = [] }, Shop).ShouldContain(p => p.SubType == "cart");

    [Fact]
    public void Check_LineThatDoesNotApplyToTheAddress_IsRefused()
    {
        var moved = Ready with
        {
            ShippingAddress = AnOrder.Winnipeg with { CountryCode = "US", Country = "United States", ProvinceCode = "NY" },
        };

        ProcessOrderRules.Check(moved, Shop).ShouldHaveSingleItem().SubType.ShouldBe("shipping_lines");
    }

    [Fact]
    public void Check_LineThatCameWithTheOrder_NeedsNoRate()
    {
        var supplied = Ready with { ShippingSupplied = true, ShippingAddress = AnOrder.Winnipeg with { CountryCode = "DE" } };

        ProcessOrderRules.Check(supplied, Shop).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Check_BillingAddressWithoutAName_IsRefusedUnlessTheOrderIsFree(bool free)
    {
        var order = Ready with { BillingAddress = AnOrder.Winnipeg with { FirstName = "" } };
        if (free)
            order = order with
            {
                LineItems = [AnOrder.Line(price: 0)],
                Shipping = new OrderShipping { Selected = order.Shipping.Selected! with { Amount = 0 } },
            };

        SubmitRules.Check(order, Shop, AnOrder.Now).Select(p => p.Field).ShouldBe(free ? [] : ["first_name"]);
    }

    [Fact]
    public void Check_PaymentThatDoesNotCover_IsRefusedUnlessItIsStillToBePaid()
    {
        var order = Ready with { Payments = [APayment.Of("p") with { Limit = 100 }] };

        SubmitRules.Check(order, Shop, AnOrder.Now).ShouldHaveSingleItem().SubType.ShouldBe("payment");
        SubmitRules.CheckUnpaid(order, Shop, AnOrder.Now).ShouldBeEmpty();
    }

    [Fact]
    public void Check_TaxedOrderWithoutTaxes_IsRefused()
    {
        var taxing = Shop with { TaxZones = [new TaxZone { Country = "CA", Rates = [new TaxZoneRate("GST", 0.05m)] }] };

        var order = Ready with { LineItems = [AnOrder.Line() with { Taxable = true }] };

        SubmitRules.Check(order, taxing, AnOrder.Now).ShouldHaveSingleItem().SubType.ShouldBe("tax");
        SubmitRules.Check(order with { Taxes = new OrderTaxes() }, taxing, AnOrder.Now).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3250, true)]
    [InlineData(3249, false)]
    public void CheckPayments_HeldMoneyMustCoverTheTotal(long held, bool covered) =>
        (ProcessOrderRules.CheckPayments(HeldBy(held), new CaptureSettings(CaptureMode.Immediate)) is null).ShouldBe(covered);

    [Fact]
    public void CheckPayments_RefundedMoneyCoversNothing()
    {
        var order = Ready with
        {
            Payments =
            [
                APayment.Of(
                    "p",
                    APayment.Movement("h", TransactionKind.Authorize, 3250),
                    APayment.Movement("c", TransactionKind.Capture, 3250, parent: "h"),
                    APayment.Movement("r", TransactionKind.Refund, 1, parent: "c")
                ),
            ],
        };

        ProcessOrderRules.CheckPayments(order, new CaptureSettings()).ShouldNotBeNull();
    }

    [Fact]
    public void CheckPayments_VerifiedPaymentsCountWithWhatTheyWillContribute()
    {
        ProcessOrderRules.CheckPayments(Ready, new CaptureSettings(CaptureMode.VerifyOnly)).ShouldBeNull();
        ProcessOrderRules.CheckPayments(Ready, new CaptureSettings(CaptureMode.Manual)).ShouldNotBeNull();
    }

    private static Order HeldBy(long amount) =>
        Ready with
        {
            Payments = [APayment.Of("p", APayment.Movement("h", TransactionKind.Authorize, amount))],
        };
}
