using Checkout.Journeys.Settling;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// A journal needs no wake-up any more once it has ended; money that is pending, or held for an order that is not final, does. An
/// order that did not get through is an open one from then on.
/// </summary>
public sealed class EndJournal(IOrderLookup lookup, IWakeUps wakeUps, ILetters letters, PromptWakeUps prompt, TimeProvider time)
{
    public async Task Run(Order order, Shop shop, CancellationToken cancellation)
    {
        if (order.IsListed || order.IsFinal)
            await lookup.Repair(order, cancellation);
        if (OpenMoney.LookAgainAt(order, shop, time.GetUtcNow()) is { } due)
            await wakeUps.Set(WakeUp.Of(order, WakeUpKinds.Reconcile, due), cancellation);
        await HandOver(order, cancellation);
    }

    /// <summary>The letters of a journal rely on its wake-up: its end leaves one for them in its place.</summary>
    private async Task HandOver(Order order, CancellationToken cancellation)
    {
        var journal = JournalWakeUp.Of(order);
        if (!letters.CanSend || !LettersDue.MayWait(order))
        {
            await wakeUps.Clear(journal, cancellation);
            return;
        }

        var outbox = journal with { Kind = WakeUpKinds.Outbox };
        await wakeUps.Replace(journal, outbox, cancellation);
        prompt.Take(outbox);
    }
}
