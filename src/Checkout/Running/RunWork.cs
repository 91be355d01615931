using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// Does one piece of waiting work at once, by the step that the sweep would take when its time comes; a message is tried again
/// even where its receiver was to be left alone for a while, and a dead letter goes back into its order's outbox.
/// </summary>
public sealed class RunWork(
    IWaitingWork waiting,
    WakeUpSweep sweep,
    IOrderStore orders,
    IOutbox outbox,
    IWakeUps wakeUps,
    TimeProvider time
)
{
    /// <summary>Refused: there is no such work any more, or it is another shop's.</summary>
    public async Task<Result<WakeUpOutcome>> Run(string shop, WorkId id, CancellationToken cancellation)
    {
        if (id.DeadLetter is { } letter)
            return await Replay(shop, letter, cancellation);
        if (
            await waiting.Find(id.WakeUp! with { Shop = shop }, cancellation) is not { } wakeUp
            || await ShopOf(wakeUp, cancellation) != shop
        )
            return Gone();
        if (wakeUp.Kind == WakeUpKinds.Outbox)
            await TryAgainNow(wakeUp.PublicOrderId, cancellation);
        return await sweep.Handle(wakeUp with { Shop = shop }, cancellation);
    }

    private async Task<Result<WakeUpOutcome>> Replay(string shop, string letterId, CancellationToken cancellation)
    {
        if (await outbox.DeadLetter(shop, letterId, cancellation) is not { } letter)
            return Gone();

        // The wake-up first: without it a replayed message could wait for the order's next one.
        var wakeUp = new WakeUp(letter.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow()) { Shop = shop };
        await wakeUps.Set(wakeUp, cancellation);
        await outbox.Replay(shop, letter, cancellation);
        return await sweep.Handle(wakeUp, cancellation);
    }

    private async Task TryAgainNow(string publicOrderId, CancellationToken cancellation)
    {
        foreach (var message in await outbox.Pending(publicOrderId, cancellation))
            if (message.NotBefore > time.GetUtcNow())
                await outbox.Update(publicOrderId, message with { NotBefore = null }, cancellation);
    }

    /// <summary>Notes from before the shop was kept have only the order.</summary>
    private async Task<string?> ShopOf(WakeUp wakeUp, CancellationToken cancellation) =>
        wakeUp.Shop ?? (await orders.Load(wakeUp.PublicOrderId, cancellation))?.Order.ShopIdentifier;

    private static Problem Gone() => Problem.NotFound("There is no such work any more.");
}
