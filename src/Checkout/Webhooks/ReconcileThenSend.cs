using Checkout.Journeys.Reconciling;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// What the wake-up of a placed order leads to: its money is reconciled, then its outbox is emptied, since the letters of a placing call
/// rely on that call's wake-up (<see cref="Orders.Order.WakesAt"/>). One storage transaction more than reconciling alone.
/// </summary>
public sealed class ReconcileThenSend(ReconcileOrder reconcile, OutboxSender sender, ILetters letters, IWakeUps wakeUps) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.Reconcile;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var again = await reconcile.Handle(wakeUp, cancellation);
        if (!letters.CanSend)
            return again;

        // Not the first of its kind: nothing is about to be committed that it should look for once more.
        var rest = wakeUp with
        {
            Kind = WakeUpKinds.Outbox,
            Attempt = 1,
        };
        if (await sender.Handle(rest, cancellation) is { } later)
            await wakeUps.Set(rest with { Due = later }, cancellation);
        return again;
    }
}
