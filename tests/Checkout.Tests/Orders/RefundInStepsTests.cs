using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

/// <summary>An operation of more movements than one commit holds goes on in steps, and is about what was there when it began.</summary>
public sealed class RefundInStepsTests
{
    private static readonly MoneyOperation Refund = new("refund", MoneyOperationKind.Refund);
    private readonly CountingIds ids = new();

    [Fact]
    public void Plan_MoreCapturesThanAStepHolds_AsksForEachOnce()
    {
        var order = Captured(2 * MoneyOperation.MostInAStep + 5);
        var steps = new List<int>();
        for (var planned = Plan(order); planned.Payments[0].HasPending; planned = Plan(order))
        {
            steps.Add(planned.Payments[0].Transactions.Count(t => t.Status is TransactionStatus.Pending));
            order = Settled(planned);
        }

        steps.ShouldBe([MoneyOperation.MostInAStep, MoneyOperation.MostInAStep, 5]);
        order.Payments[0].Refunded.ShouldBe(order.Payments[0].Captured);
    }

    [Fact]
    public void Plan_AgainAfterAnotherCapture_LeavesThatAlone()
    {
        var order = Settled(Plan(Captured(MoneyOperation.MostInAStep)));
        var payment = order.Payments[0];
        var later = order.With(
            payment.With(Movement("later", TransactionKind.Capture) with { ParentId = "hold", CreatedAt = AnOrder.Now.At.AddMinutes(1) })
        );

        Plan(later).ShouldBe(later);
    }

    [Fact]
    public void Plan_SomeOfTheMoney_StopsAtTheAmount()
    {
        var some = Refund with { Amount = MoneyOperation.MostInAStep + 3 };
        var order = Settled(some.Plan(Captured(2 * MoneyOperation.MostInAStep), AnOrder.Now, ids).Value);
        order = Settled(some.Plan(order, AnOrder.Now, ids).Value);

        some.Plan(order, AnOrder.Now, ids).Value.ShouldBe(order);
        order.Payments[0].Refunded.ShouldBe(MoneyOperation.MostInAStep + 3);
    }

    [Fact]
    public void Plan_MoreCapturesAtOnceThanAStepHolds_IsRefused()
    {
        var payment = Captured(0).Payments[0] with { Transactions = [] };
        for (var i = 0; i <= MoneyOperation.MostInAStep; i++)
            payment = payment.With(Movement($"hold{i}", TransactionKind.Authorize));
        var order = AnOrder.Of(AnOrder.Line(price: MoneyOperation.MostInAStep + 1)) with { Payments = [payment] };

        new MoneyOperation("capture", MoneyOperationKind.Capture).Plan(order, AnOrder.Now, ids).Problems[0].SubType.ShouldBe("too_many");
    }

    private Order Plan(Order order) => Refund.Plan(order, AnOrder.Now, ids).Value;

    /// <summary>As many captures of one minor unit each.</summary>
    private static Order Captured(int captures)
    {
        var payment = new Payment
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "t",
            Currency = "CAD",
            CreatedAt = AnOrder.Now.At,
        }.With(Movement("hold", TransactionKind.Authorize) with { Amount = 1000 });
        for (var i = 0; i < captures; i++)
            payment = payment.With(Movement($"capture{i}", TransactionKind.Capture) with { ParentId = "hold" });
        return AnOrder.Of(AnOrder.Line(price: 1000)) with { Payments = [payment] };
    }

    private static Order Settled(Order order) =>
        order with
        {
            Payments =
            [
                .. order.Payments.Select(p =>
                    p with
                    {
                        Transactions = [.. p.Transactions.Select(t => t with { Status = TransactionStatus.Succeeded })],
                    }
                ),
            ],
        };

    private static PaymentTransaction Movement(string id, TransactionKind kind) =>
        new()
        {
            Id = id,
            Kind = kind,
            Amount = 1,
            Currency = "CAD",
            Status = TransactionStatus.Succeeded,
            IdempotencyKey = id,
            OperationId = "o",
            CreatedAt = AnOrder.Now.At,
        };
}
