using Checkout.Orders;
using Checkout.Shops;
using Checkout.WakeUps;

namespace Checkout.Platforms;

/// <summary>
/// Pushes a processed order that was held back (delay_platform_order), or that the platform would not take before. Harmless
/// when it comes early, twice or after the platform said itself that it has the order.
/// </summary>
public sealed class SendLater(IOrderStore store, IShops shops, PlatformOrders platform, OrderGate gate, TimeProvider time) : IWakeUpHandler
{
    private const string Actor = "timer";

    public string Kind => WakeUpKinds.PlatformOrder;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        using var turn = await gate.Enter(wakeUp.PublicOrderId, cancellation);
        if (turn is null)
            return Again(wakeUp);
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is not { Order: { Status: OrderStatus.Processed, PlatformOrderId: null } order } stored
            || await shops.Find(order.ShopIdentifier, cancellation) is not { } shop)
            return null;
        var due = order.ProcessedAt?.AddSeconds(order.Plugins.DelayPlatformOrderSeconds);
        if (time.GetUtcNow() < due)
            return due;
        var session = new OrderSession(store, stored);
        var sent = await platform.Send(session, shop, Actor, cancellation);
        return sent.Succeeded && await session.Commit(cancellation) ? null : Again(wakeUp);
    }

    private DateTimeOffset Again(WakeUp wakeUp) => time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
}
