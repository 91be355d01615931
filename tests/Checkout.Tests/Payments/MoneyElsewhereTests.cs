using Checkout.Orders;
using Checkout.Payments;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;
using static Checkout.Tests.Payments.APayment;

namespace Checkout.Tests.Payments;

/// <summary>An order learns of refunds that were made elsewhere, and of those that could not be paid out after all.</summary>
public sealed class MoneyElsewhereTests
{
    private static readonly Order Charged = Paid(
        Of("a", Movement("hold", TransactionKind.Authorize, 1000), Movement("charge", TransactionKind.Capture, 1000, parent: "hold"))
    );

    private readonly CountingIds ids = new();

    [Fact]
    public void Learn_RefundElsewhere_IsCountedOnce()
    {
        var learned = Learn(Learn(Charged, refunded: 300), refunded: 300);

        learned.Payment("a")!.Refunded.ShouldBe(300);
    }

    [Fact]
    public void Learn_RefundElsewhereThatCouldNotBePaidOut_IsTakenBack()
    {
        var learned = Learn(Learn(Charged, refunded: 300), refunded: 0);

        learned.Payment("a")!.Refunded.ShouldBe(0);
        learned.NewTimeline[^1].Event.ShouldBe("payment.refund_failed");
        Learn(learned, refunded: 0).ShouldBeSameAs(learned);
    }

    [Fact]
    public void Learn_OneOfTwoRefundsElsewhereFailed_TheOtherStays()
    {
        var both = Learn(Learn(Charged, refunded: 300), refunded: 500);

        Learn(both, refunded: 300).Payment("a")!.Refunded.ShouldBe(300);
        Learn(both, refunded: 200).Payment("a")!.Refunded.ShouldBe(200);
    }

    [Fact]
    public void Learn_HoldThatItsLastChargeClosed_HoldsNoMore()
    {
        var partly = Paid(
            Of("a", Movement("hold", TransactionKind.Authorize, 1000), Movement("charge", TransactionKind.Capture, 600, parent: "hold"))
        );

        var learned = MoneyElsewhere.Learn(partly, "a", "hold", new GatewayHold(GatewayHoldState.Closed, 600, 0), AnOrder.Now, ids);

        learned.Payment("a")!.ShouldSatisfyAllConditions(p => p.Held.ShouldBe(0), p => p.Captured.ShouldBe(600));
    }

    /// <summary>Of those the gateway tells by their own id (RecheckRefund).</summary>
    [Fact]
    public void Learn_RefundOfThisProgramThatFailed_IsNotTouched()
    {
        var payment = Charged.Payment("a")!;
        var ours = Charged.With(payment.With(Movement("ours", TransactionKind.Refund, 300, parent: "charge")));

        Learn(ours, refunded: 0).ShouldBeSameAs(ours);
    }

    private Order Learn(Order order, long refunded) =>
        MoneyElsewhere.Learn(
            order,
            "a",
            "hold",
            new GatewayHold(GatewayHoldState.Closed, 1000, refunded) { ChargeReference = "charge" },
            AnOrder.Now,
            ids
        );
}
