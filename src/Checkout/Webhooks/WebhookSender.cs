using Checkout.Orders;
using Checkout.Shops;
using Checkout.WakeUps;

namespace Checkout.Webhooks;

/// <summary>
/// Sends what an order's outbox holds: for each subscriber in order, at least once, with growing waits for 48 hours
/// (reference/wire-contract.md, H6). What is not taken by then becomes a dead letter, and the next message has its turn.
/// </summary>
public sealed class WebhookSender(IOutbox outbox, IOrderStore orders, IShops shops, IWebhookCalls calls, TimeProvider time) : IWakeUpHandler
{
    public static readonly TimeSpan KeepTrying = TimeSpan.FromHours(48);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public string Kind => WakeUpKinds.Outbox;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var pending = await outbox.Pending(wakeUp.PublicOrderId, cancellation);

        // The commit that this wake-up was written for may still be under way: look once more.
        if (pending.Count == 0)
            return wakeUp.Attempt == 0 ? time.GetUtcNow() + TimeSpan.FromMinutes(1) : null;
        if (await orders.Load(wakeUp.PublicOrderId, cancellation) is not { } stored
            || await shops.Find(stored.Order.ShopIdentifier, cancellation) is not { } shop)
            return null;

        DateTimeOffset? next = null;
        foreach (var messages in pending.OrderBy(m => m.Id, StringComparer.Ordinal).GroupBy(m => m.Destination, StringComparer.Ordinal))
            if (await SendInOrder(wakeUp.PublicOrderId, shop, messages, cancellation) is { } again && (next is null || again < next))
                next = again;
        return next;
    }

    /// <summary>A message that nobody wants any more counts as taken.</summary>
    private async Task<string?> Post(Shop shop, OutboxMessage message, CancellationToken cancellation) =>
        message.Kind == StateEvent.Kind
            ? shop.RemoteStateAuthority is { } authority ? await calls.Post(authority, message, cancellation) : null
            : shop.Webhooks.FirstOrDefault(w => w.Id == message.Destination) is { } subscription ? await calls.Post(subscription, message, cancellation) : null;

    /// <summary>When to try the first message again that was not taken; null when all are gone.</summary>
    private async Task<DateTimeOffset?> SendInOrder(string publicOrderId, Shop shop, IEnumerable<OutboxMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            var failure = await Post(shop, message, cancellation);
            if (failure is null)
            {
                await outbox.Remove(publicOrderId, message.Id, cancellation);
                continue;
            }

            var now = time.GetUtcNow();
            var tried = message with { Attempts = message.Attempts + 1 };

            // A letter that was replayed is old already: it gets its second try too.
            if (now - message.CreatedAt >= KeepTrying && message.Attempts > 0)
            {
                await outbox.Bury(shop.Identifier, new DeadLetter(publicOrderId, tried, failure, now), cancellation);
                continue;
            }

            await outbox.Update(publicOrderId, tried, cancellation);
            return now + PutOff.After(message.Attempts, FirstWait, LongestWait);
        }

        return null;
    }
}
