using Checkout.Orders;
using Checkout.Payments;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;
using static Checkout.Tests.Payments.APayment;

namespace Checkout.Tests.Payments;

public sealed class VoidPaymentsTests
{
    [Fact]
    public void Plan_ReleasesWhatIsHeldAndNotWhatWasCharged()
    {
        var order = Paid(
            Of("a", Movement("a1", TransactionKind.Authorize, 1000), Movement("a2", TransactionKind.Capture, 300, parent: "a1")),
            Of("b", Movement("b1", TransactionKind.Authorize, 500))
        );

        Pending(Plan(order).Value).ShouldBe([("a", TransactionKind.Void, 700, "a1"), ("b", TransactionKind.Void, 500, "b1")]);
    }

    [Theory]
    [InlineData(TransactionStatus.Pending)]
    [InlineData(TransactionStatus.Failed)]
    [InlineData(TransactionStatus.NeedsAction)]
    public void Plan_LeavesAnAuthorizationThatIsNoHold(TransactionStatus status)
    {
        var order = Paid(Of("a", Movement("a1", TransactionKind.Authorize, 1000, status)));

        Plan(order).Value.ShouldBeSameAs(order);
    }

    [Fact]
    public void Plan_LeavesAHoldThatExpired()
    {
        var order = Paid(Of("a", Movement("a1", TransactionKind.Authorize, 1000) with { Expired = true }));

        Plan(order).Value.ShouldBeSameAs(order);
    }

    [Fact]
    public void Plan_LeavesWhatACaptureOnItsWayTakes()
    {
        var order = Paid(
            Of(
                "a",
                Movement("a1", TransactionKind.Authorize, 1000),
                Movement("a2", TransactionKind.Capture, 1000, TransactionStatus.Pending, "a1")
            )
        );

        Plan(order).Value.ShouldBeSameAs(order);
    }

    [Fact]
    public void Plan_OfOnePayment_LeavesTheOthers()
    {
        var order = Paid(Of("a", Movement("a1", TransactionKind.Authorize, 1000)), Of("b", Movement("b1", TransactionKind.Authorize, 500)));

        Pending(Plan(order, "b").Value).ShouldBe([("b", TransactionKind.Void, 500, "b1")]);
    }

    [Fact]
    public void Plan_OfTheSameOperationAgain_DoesNotRepeatAVoidThatFailed()
    {
        var failed = Movement("v", TransactionKind.Void, 1000, TransactionStatus.Failed, "a1") with { OperationId = "void" };
        var order = Paid(Of("a", Movement("a1", TransactionKind.Authorize, 1000), failed));

        Plan(order).Value.ShouldBeSameAs(order);
    }

    private static Result<Order> Plan(Order order, string? payment = null) =>
        VoidPayments.Plan(
            order,
            new MoneyOperation("void", MoneyOperationKind.Void) { PaymentId = payment },
            AnOrder.Now,
            new CountingIds()
        );
}
