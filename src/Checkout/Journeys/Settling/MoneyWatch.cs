using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.Settling;

/// <summary>
/// Before money moves a wake-up is set that looks at what became of it: whoever dies on the way leaves somebody who goes on.
/// </summary>
public sealed class MoneyWatch(IWakeUps wakeUps, TimeProvider time)
{
    /// <summary>A commit that was begun takes no longer; if it does, the wake-up is set again after it.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(30);

    /// <summary>Sets the wake-up, one storage transaction; for <see cref="OrderSession.WatchedUntil"/>.</summary>
    /// <returns>When it comes.</returns>
    public async Task<DateTimeOffset> Begin(Order order, CancellationToken cancellation)
    {
        var due = time.GetUtcNow() + MoneyCalls.ReconcileAfter;
        await wakeUps.Set(WakeUp.Of(order, WakeUpKinds.Reconcile, due), cancellation);
        return due;
    }

    /// <summary>
    /// The wake-up that was set before the work began may have come while this host stood still, and found nothing to do: then
    /// another is set. No storage transaction when it is still to come.
    /// </summary>
    public async Task Keep(OrderSession session, CancellationToken cancellation)
    {
        if (session.WatchedUntil is { } due && time.GetUtcNow() >= due - InTime)
            session.WatchedUntil = await Begin(session.Order, cancellation);
    }
}
