using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// An order store that puts what subscribers are to be told into the same group write, and a wake-up before it, so that a
/// message leaves whatever happens to the process. It costs a storage transaction only when there is a subscriber, and
/// sending begins when the commit is done, beside the request.
/// </summary>
public sealed class NoticingOrderStore(
    IOrderStore store,
    IShops shops,
    IWakeUps wakeUps,
    PromptWakeUps prompt,
    IAbandonedCheckouts abandoned,
    IWebhookBodies bodies,
    TimeProvider time
) : IOrderStore
{
    /// <summary>Time for the commit that follows the wake-up.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromSeconds(5);

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
        var (noticed, wakeUp) = await WithNotices(null, order, cancellation);
        return Sent(await store.Add(noticed, cancellation), wakeUp);
    }

    public async Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        var (noticed, wakeUp) = await WithNotices(previous.Order, next, cancellation);
        return Sent(await store.Commit(previous, noticed, answer, cancellation), wakeUp);
    }

    private StoredOrder? Sent(StoredOrder? committed, WakeUp? wakeUp)
    {
        if (committed is not null && wakeUp is not null)
            prompt.Take(wakeUp);
        return committed;
    }

    /// <summary>The order with its messages, and the wake-up that was set for them; null when there are none.</summary>
    private async Task<(Order Order, WakeUp? WakeUp)> WithNotices(Order? previous, Order next, CancellationToken cancellation)
    {
        var becameReachable = next.Status is OrderStatus.Open && HasEmail(next) && (previous is null || !HasEmail(previous));
        if (await shops.Find(next.ShopIdentifier, cancellation) is not { } shop)
            return (next, null);

        var now = time.GetUtcNow();
        if (becameReachable && shop.Checkout.AbandonedAfterMinutes is > 0 and var minutes)
        {
            await abandoned.Track(next, cancellation);
            await wakeUps.Set(WakeUp.Of(next, WakeUpKinds.AbandonedCheckout, now.AddMinutes(minutes)), cancellation);
        }

        var number = 0;
        string? shared = null;
        foreach (var notice in shop.Webhooks.IsEmpty ? [] : OrderNotice.Between(previous, next))
        {
            string? payload = null;
            next = next with { EventCount = next.EventCount + 1 };
            foreach (var subscription in shop.Webhooks.Where(w => w.Topic == notice.Topic && w.StoppedAt is null))
                next = next.Send(
                    new OutboxMessage(
                        MessageId(next, number++),
                        "webhook",
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

        if (shop.RemoteStateAuthority is not null && PlatformPayments.Between(previous, next) is { } money)
            next = next.Send(
                new OutboxMessage(MessageId(next, number++), StateEvent.Kind, PlatformPayments.Topic, PlatformPayments.PathOf(next), money)
                {
                    CreatedAt = now,
                }
            );

        // An order that becomes its parts is no change of anybody's cart, and a simple one is the platform's already.
        if (shop.RemoteStateAuthority is not null && !next.IsSimple && next.SplitFrom == previous?.SplitFrom)
            foreach (var name in StateEvent.Between(previous, next))
                next = next.Send(
                    new OutboxMessage(MessageId(next, number++), StateEvent.Kind, name, StateEvent.Kind, StateEvent.Write(name, next))
                    {
                        CreatedAt = now,
                    }
                );
        if (number == 0)
            return (next, null);
        var wakeUp = WakeUp.Of(next, WakeUpKinds.Outbox, now + Head);
        await wakeUps.Set(wakeUp, cancellation);
        return (next, wakeUp);
    }

    /// <summary>Sorts by commit within the order; the same again when the commit is tried again.</summary>
    private static string MessageId(Order order, int number) => $"{order.Version + 1:D10}-{number:D3}-{order.PublicOrderId}";

    private static bool HasEmail(Order order) => !string.IsNullOrEmpty(order.Customer?.EmailAddress);
}
