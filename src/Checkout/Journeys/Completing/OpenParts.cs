using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.Splitting;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// Makes the parts of an order that was pushed in parts into orders of their own. First the order becomes its first part and
/// keeps the others with it, in one commit, so that no money is on two orders; then they are added to the store, which a crash
/// cannot leave out and a repetition does once.
/// </summary>
public sealed class OpenParts(OrderRun run, IOrderStore store, IOrderLookup lookup, IWakeUps wakeUps, TimeProvider time) : IWakeUpHandler
{
    public const string Actor = "timer";

    public string Kind => WakeUpKinds.OrderParts;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, (session, shop, token) => Open(session, shop, wakeUp, token), () => Later(wakeUp), cancellation);

    private async Task<DateTimeOffset?> Open(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        if (OpenSplit.IsAhead(session.Order) && OpenSplit.IsBusy(session.Order))
            return Later(wakeUp);
        session.Order = OpenSplit.Decide(session.Order, Now());
        if (session.Order.PartsToOpen.IsEmpty)
            return null;
        if (!await session.Commit(cancellation))
            return Later(wakeUp);
        foreach (var part in session.Order.PartsToOpen)
            await Add(part, shop, cancellation);
        session.Order = session.Order with { PartsToOpen = [] };
        return await session.Commit(cancellation) ? null : Later(wakeUp);
    }

    private async Task Add(Order part, Shop shop, CancellationToken cancellation)
    {
        if (CaptureLater.DueAt(part, shop) is { } due && CapturePayments.Outstanding(part) > 0)
            await wakeUps.Set(WakeUp.Of(part, WakeUpKinds.DelayedCapture, due), cancellation);
        if (OpenMoney.LookAgainAt(part, shop, time.GetUtcNow()) is { } look)
            await wakeUps.Set(WakeUp.Of(part, WakeUpKinds.Reconcile, look), cancellation);
        await lookup.Add(part, cancellation);

        // Null when an earlier try added it.
        await store.Add(part.Record("order.split", Now(), detail: part.SplitFrom), cancellation);
    }

    private Occasion Now() => new(time.GetUtcNow(), Actor);

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
