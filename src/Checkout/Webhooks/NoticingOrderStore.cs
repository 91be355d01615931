using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// An order store that puts what subscribers and shoppers are to be told into the same group write, and a wake-up before it, so
/// that a message leaves whatever happens to the process. It costs a storage transaction only when there is a subscriber, or a
/// letter that no wake-up of the work itself covers, and sending begins when the commit is done, beside the request.
/// </summary>
public sealed class NoticingOrderStore(
    IOrderStore store,
    IShops shops,
    IWakeUps wakeUps,
    PromptWakeUps prompt,
    IAbandonedCheckouts abandoned,
    IWebhookBodies bodies,
    ILetters letters,
    TimeProvider time
) : IOrderStore
{
    /// <summary>Time for the commit that follows the wake-up.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromSeconds(5);

    /// <summary>A wake-up of the work's own that comes sooner may come before the commit: letters get one of their own then.</summary>
    public static readonly TimeSpan Cover = TimeSpan.FromSeconds(30);

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => store.Load(publicOrderId, cancellation);

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => store.LoadWithAnswer(publicOrderId, idempotencyKey, cancellation);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        store.Timeline(publicOrderId, cancellation);

    public async Task<StoredOrder?> Add(Order order, CancellationToken cancellation)
    {
        var noticed = await WithNotices(null, order, cancellation);
        return Sent(await store.Add(noticed.Stored, cancellation), noticed);
    }

    public async Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        var noticed = await WithNotices(previous.Order, next, cancellation);
        return Sent(await store.Commit(previous, noticed.Stored, answer, cancellation), noticed);
    }

    private StoredOrder? Sent(StoredOrder? committed, Noticed noticed)
    {
        if (committed is not null && noticed.WakeUp is { } wakeUp)
            prompt.Take(wakeUp);
        return committed is not null && noticed.LeavesLetters ? committed with { LeavesLetters = true } : committed;
    }

    /// <summary>The order with its messages, and a wake-up for them where they need one.</summary>
    private async Task<Noticed> WithNotices(Order? previous, Order next, CancellationToken cancellation)
    {
        if (await shops.Find(next.ShopIdentifier, cancellation) is not { } shop)
            return new Noticed(next);
        var now = time.GetUtcNow();
        await Track(previous, next, shop, now, cancellation);
        var lettered = WithLetters(previous, next, shop, now);
        var told = WithStates(previous, WithWebhooks(previous, lettered, shop, now), shop, now);
        if (told.NewOutbox.IsEmpty)
            return new Noticed(told);
        var tellsOnlyShoppers = told.NewOutbox.Length == lettered.NewOutbox.Length;
        if (tellsOnlyShoppers && IsCovered(previous, told, now))
            return new Noticed(told) { LeavesLetters = true };
        var wakeUp = WakeUp.Of(told, WakeUpKinds.Outbox, now + Head);
        await wakeUps.Set(wakeUp, cancellation);
        return new Noticed(told) { WakeUp = wakeUp };
    }

    /// <summary>A message to each webhook that listens to what happened.</summary>
    private Order WithWebhooks(Order? previous, Order next, Shop shop, DateTimeOffset now)
    {
        if (shop.Webhooks.IsEmpty)
            return next;
        string? shared = null;
        foreach (var notice in OrderNotice.Between(previous, next))
        {
            string? payload = null;
            next = next with { EventCount = next.EventCount + 1 };
            foreach (var subscription in shop.Webhooks.Where(w => w.Topic == notice.Topic && w.StoppedAt is null))
                next = next.Send(
                    new OutboxMessage(
                        OutboxMessage.IdOf(next),
                        WebhookCarrier.Webhook,
                        notice.Topic,
                        subscription.Id,
                        payload ??= bodies.Write(next, notice, now)
                    )
                    {
                        Shared = shared ??= bodies.WriteShared(next),
                        CreatedAt = now,
                    }
                );
        }

        return next;
    }

    /// <summary>What the shop's remote authority of states is to learn: money first, then what else changed.</summary>
    private static Order WithStates(Order? previous, Order next, Shop shop, DateTimeOffset now)
    {
        if (shop.RemoteStateAuthority is null)
            return next;
        if (PlatformPayments.Between(previous, next) is { } money)
            next = next.Send(
                new OutboxMessage(OutboxMessage.IdOf(next), StateEvent.Kind, PlatformPayments.Topic, PlatformPayments.PathOf(next), money)
                {
                    CreatedAt = now,
                }
            );

        // An order that becomes its parts is no change of anybody's cart.
        if (!shop.RemoteStateAuthority.IsToldOf(next) || next.SplitFrom != previous?.SplitFrom)
            return next;
        foreach (var (name, _) in StateChange.Between(previous, next))
            next = next.Send(
                new OutboxMessage(OutboxMessage.IdOf(next), StateEvent.Kind, name, StateEvent.Kind, StateEvent.Write(name, next))
                {
                    CreatedAt = now,
                }
            );
        return next;
    }

    /// <summary>The letters that were asked for, and those that follow from the commit; none where no letter can be sent.</summary>
    private Order WithLetters(Order? previous, Order next, Shop shop, DateTimeOffset now)
    {
        if (!letters.CanSend)
            return next.NewOutbox.Any(m => m.Kind == AskForLetter.Kind) ? WithoutLetters(next) : next;
        foreach (var letter in LettersDue.Between(previous, next, shop.Letters))
            next = AskForLetter.Decide(next, letter, new Occasion(now, "letters"));
        return next;
    }

    private static Order WithoutLetters(Order order) =>
        order with
        {
            NewOutbox = order.NewOutbox.RemoveAll(m => m.Kind == AskForLetter.Kind),
            NewTimeline =
            [
                .. order.NewTimeline.Select(e => e.Event == AskForLetter.Queued ? e with { Event = AskForLetter.NoMailServer } : e),
            ],
        };

    /// <summary>Notes an open order that has got an e-mail address, where the shop looks for abandoned ones.</summary>
    private async Task Track(Order? previous, Order next, Shop shop, DateTimeOffset now, CancellationToken cancellation)
    {
        var becameReachable = next.Status is OrderStatus.Open && HasEmail(next) && (previous is null || !HasEmail(previous));
        if (!becameReachable || shop.Checkout.AbandonedAfterMinutes is not (> 0 and var minutes))
            return;
        await abandoned.Track(next, cancellation);
        await wakeUps.Set(WakeUp.Of(next, WakeUpKinds.AbandonedCheckout, now.AddMinutes(minutes)), cancellation);
    }

    /// <summary>
    /// A wake-up is written that empties the outbox too: the work's own, or the one that an open journal always has and that its end
    /// hands over.
    /// </summary>
    private static bool IsCovered(Order? previous, Order next, DateTimeOffset now) =>
        next.WakesAt > now + Cover || previous?.Journal is { IsRunning: true };

    private static bool HasEmail(Order order) => order.Customer is { IsReachable: true };

    /// <param name="Order">With its messages.</param>
    private sealed record Noticed(Order Order)
    {
        /// <summary>The wake-up is this commit's alone: whoever goes on with the stored order must not rely on it.</summary>
        public Order Stored => Order with { WakesAt = null };

        /// <summary>Set for the messages; null when there are none, or letters alone that are covered.</summary>
        public WakeUp? WakeUp { get; init; }
        public bool LeavesLetters { get; init; }
    }
}
