using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class PaymentDueTests
{
    [Fact]
    public void WentOut_AtThePlatformOrShippedInPart_IsTrue()
    {
        var order = AnOrder.Of(AnOrder.Line(quantity: 2));

        PaymentDue.WentOut(order).ShouldBeFalse();
        PaymentDue.WentOut(order with { PlatformOrderId = "7" }).ShouldBeTrue();
        PaymentDue.WentOut(order with { LineItems = [order.LineItems[0] with { FulfilledQuantity = 1 }] }).ShouldBeTrue();
    }

    [Fact]
    public void Decide_UnpaidOrder_SaysOnceWhatIsDueAndEndsItsCommands()
    {
        var order = AnOrder.Of(AnOrder.Line(price: 2350)) with
        {
            Status = OrderStatus.Processed,
            Journal = new CreateOrderJournal { BodyHash = "", Commands = [new JournalCommand("k", "charge_payments")] },
        };

        var due = PaymentDue.Decide(order, AnOrder.Now);
        var again = PaymentDue.Decide(due, AnOrder.Now);

        due.Status.ShouldBe(OrderStatus.Processed);
        due.PaymentDueAt.ShouldBe(AnOrder.Now.At);
        due.Journal!.IsFinished.ShouldBeTrue();
        (due.NewTimeline[^1].Event, due.NewTimeline[^1].Amount).ShouldBe(("order.payment_due", 2350));
        again.NewTimeline.Length.ShouldBe(due.NewTimeline.Length);
    }
}
