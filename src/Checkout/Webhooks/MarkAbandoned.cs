using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Marks an open order as abandoned when its shopper has left it alone for the shop's time; checkout/abandoned follows
/// from the commit. A shopper who bought in the meantime, or came back since, is left in peace.
/// </summary>
public sealed class MarkAbandoned(IOrderStore store, IShops shops, IAbandonedCheckouts abandoned, TimeProvider time) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.AbandonedCheckout;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is not { Order: { Status: OrderStatus.Open, AbandonedAt: null } order } stored
            || await shops.Find(order.ShopIdentifier, cancellation) is not { Checkout.AbandonedAfterMinutes: > 0 } shop
            || !await abandoned.IsTracked(order, cancellation))
            return null;
        var now = time.GetUtcNow();
        var due = order.UpdatedAt.AddMinutes(shop.Checkout.AbandonedAfterMinutes);
        if (now < due)
            return due;
        var marked = (order with { AbandonedAt = now }).Record("checkout.abandoned", new Occasion(now, "timer"));
        return await store.Commit(stored, marked, answer: null, cancellation) is null ? now.AddMinutes(1) : null;
    }
}
