using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Marks an open order as abandoned when its shopper has left it alone for the shop's time; checkout/abandoned follows
/// from the commit. A shopper who bought in the meantime, or came back since, is left in peace.
/// </summary>
public sealed class MarkAbandoned(OrderRun run, IAbandonedCheckouts abandoned, TimeProvider time) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.AbandonedCheckout;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, Mark, () => time.GetUtcNow().AddMinutes(1), cancellation);

    private async Task<DateTimeOffset?> Mark(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        if (
            session.Order is not { Status: OrderStatus.Open, AbandonedAt: null } order
            || shop.Checkout.AbandonedAfterMinutes <= 0
            || !await abandoned.IsTracked(order, cancellation)
        )
            return null;
        var now = time.GetUtcNow();
        var due = order.UpdatedAt.AddMinutes(shop.Checkout.AbandonedAfterMinutes);
        if (now < due)
            return due;
        session.Order = (order with { AbandonedAt = now }).Record("checkout.abandoned", new Occasion(now, "timer"));
        return null;
    }
}
