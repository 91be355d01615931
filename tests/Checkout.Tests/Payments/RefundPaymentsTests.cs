using Checkout.Orders;
using Checkout.Payments;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;
using static Checkout.Tests.Payments.APayment;

namespace Checkout.Tests.Payments;

public sealed class RefundPaymentsTests
{
    private static readonly Order TwoCaptures = Paid(
        Of("a", Movement("a1", TransactionKind.Capture, 1000), Movement("a2", TransactionKind.Capture, 500)),
        Of("b", Movement("b1", TransactionKind.Capture, 700))
    );

    [Fact]
    public void Plan_WithoutAmount_ReturnsEveryCapture() =>
        Pending(Plan(TwoCaptures).Value)
            .ShouldBe([
                ("a", TransactionKind.Refund, 1000, "a1"),
                ("a", TransactionKind.Refund, 500, "a2"),
                ("b", TransactionKind.Refund, 700, "b1"),
            ]);

    [Fact]
    public void Plan_OfAPart_TakesCapturesInTheirOrder() =>
        Pending(Plan(TwoCaptures, amount: 1200).Value)
            .ShouldBe([("a", TransactionKind.Refund, 1000, "a1"), ("a", TransactionKind.Refund, 200, "a2")]);

    [Fact]
    public void Plan_OfOnePayment_LeavesTheOthers() =>
        Pending(Plan(TwoCaptures, payment: "b").Value).ShouldBe([("b", TransactionKind.Refund, 700, "b1")]);

    [Theory]
    [InlineData(2200, true)]
    [InlineData(2201, false)]
    public void Plan_OfMoreThanWasCaptured_IsRefused(long amount, bool planned) => Plan(TwoCaptures, amount).Succeeded.ShouldBe(planned);

    [Fact]
    public void Plan_CountsARefundThatIsOnItsWay()
    {
        var order = Paid(
            Of(
                "a",
                Movement("a1", TransactionKind.Capture, 1000),
                Movement("r", TransactionKind.Refund, 400, TransactionStatus.Pending, "a1")
            )
        );

        Plan(order, amount: 601).Succeeded.ShouldBeFalse();
        Plan(order, amount: 600).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Plan_CountsNoRefundThatFailed()
    {
        var order = Paid(
            Of(
                "a",
                Movement("a1", TransactionKind.Capture, 1000),
                Movement("r", TransactionKind.Refund, 400, TransactionStatus.Failed, "a1")
            )
        );

        Plan(order, amount: 1000).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Plan_OfNothingCaptured_IsRefused()
    {
        var order = Paid(
            Of(
                "a",
                Movement("a1", TransactionKind.Authorize, 1000),
                Movement("a2", TransactionKind.Capture, 1000, TransactionStatus.Failed, "a1")
            )
        );

        Plan(order).Problems.ShouldHaveSingleItem().SubType.ShouldBe("refund");
    }

    [Fact]
    public void Plan_OfAnUnknownPayment_IsNotFound() =>
        Plan(TwoCaptures, payment: "c").Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.NotFound);

    [Fact]
    public void Plan_OfTheSameOperationAgain_PlansNothingMore()
    {
        var planned = Plan(TwoCaptures, amount: 100).Value;

        Plan(planned, amount: 100).Value.ShouldBeSameAs(planned);
    }

    [Fact]
    public void Plan_GivesEachStepAKeyOfItsOwn()
    {
        var keys = Plan(TwoCaptures).Value.Payments.SelectMany(p => p.Transactions).Select(t => t.IdempotencyKey).ToList();

        keys.Distinct().Count().ShouldBe(keys.Count);
    }

    private static Result<Order> Plan(Order order, long? amount = null, string? payment = null) =>
        RefundPayments.Plan(
            order,
            new MoneyOperation("refund", MoneyOperationKind.Refund) { Amount = amount, PaymentId = payment },
            AnOrder.Now,
            new CountingIds()
        );
}
