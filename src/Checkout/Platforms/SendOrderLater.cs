using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Platforms;

/// <summary>
/// Brings a processed order to the platform when its delay is over (docs/contract/platforms.md#connector) or
/// when the first try failed; tried again until it arrives. An order that arrived or was canceled in the meantime is left alone.
/// </summary>
public sealed class SendOrderLater(IOrderStore store, IShops shops, PlatformOrders platform, OrderGate gate, TimeProvider time) : IWakeUpHandler
{
    public const string Actor = "timer";

    public string Kind => WakeUpKinds.PlatformOrder;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        using var turn = await gate.Enter(wakeUp.PublicOrderId, cancellation);
        if (turn is null)
            return Later(wakeUp);
        if (await store.Load(wakeUp.PublicOrderId, cancellation) is not { Order: { Status: OrderStatus.Processed, PlatformOrderId: null } order } stored
            || await shops.Find(order.ShopIdentifier, cancellation) is not { } shop)
            return null;

        // A durable timer may come a moment early.
        var due = order.ProcessedAt + TimeSpan.FromSeconds(order.Plugins.DelayPlatformOrderSeconds);
        if (time.GetUtcNow() < due)
            return due;
        var session = new OrderSession(store, stored);
        var sent = await platform.Send(session, shop, Actor, cancellation);
        return await session.Commit(cancellation) && sent.Succeeded ? null : Later(wakeUp);
    }

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
