using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Platforms;

/// <summary>
/// Brings a processed order to the platform when its delay is over (docs/contract/platforms.md#connector) or
/// when the first try failed; tried again until it arrives. An order that arrived or was canceled in the meantime is left alone.
/// </summary>
public sealed class SendOrderLater(OrderRun run, PlatformOrders platform, TimeProvider time) : IWakeUpHandler
{
    public const string Actor = "timer";

    public string Kind => WakeUpKinds.PlatformOrder;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, (session, shop, token) => Send(session, shop, wakeUp, token), () => Later(wakeUp), cancellation);

    private async Task<DateTimeOffset?> Send(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        if (session.Order is not { Status: OrderStatus.Processed, PlatformOrderId: null } order)
            return null;

        // A durable timer may come a moment early.
        var due = order.ProcessedAt + TimeSpan.FromSeconds(order.Plugins.DelayPlatformOrderSeconds);
        if (time.GetUtcNow() < due)
            return due;
        var sent = await platform.Send(session, shop, Actor, cancellation);
        return sent.Succeeded ? null : Later(wakeUp);
    }

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
