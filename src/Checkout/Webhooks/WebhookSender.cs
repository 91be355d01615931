using System.Collections.Concurrent;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Sends what an order's outbox holds: to each URL in order, at least once, with growing waits for 48 hours
/// (docs/contract/webhooks.md#delivery). What is not taken by then becomes a dead letter, and the next message has its turn.
/// </summary>
public sealed class WebhookSender(
    IOutbox outbox,
    IOrderStore orders,
    IShops shops,
    IWebhookCalls calls,
    OrderGate gate,
    Circuits circuits,
    OpenWork open,
    TimeProvider time
) : IWakeUpHandler
{
    private const string LeftAlone = "The server failed too often and is left alone for a minute.";
    public static readonly TimeSpan KeepTrying = TimeSpan.FromHours(48);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public string Kind => WakeUpKinds.Outbox;

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        // Two at once would send everything twice.
        using var turn = await gate.Enter($"outbox {wakeUp.PublicOrderId}", cancellation);
        if (turn is null)
            return time.GetUtcNow() + FirstWait;
        var pending = await outbox.Pending(wakeUp.PublicOrderId, cancellation);

        // A sweep may come before the commit that the wake-up was written for: it looks once more. Who comes before the
        // wake-up is due comes after the commit, and another has sent everything.
        if (pending.Count == 0)
            return wakeUp.Attempt == 0 && time.GetUtcNow() >= wakeUp.Due ? time.GetUtcNow() + TimeSpan.FromMinutes(1) : null;
        if (
            await orders.Load(wakeUp.PublicOrderId, cancellation) is not { } stored
            || await shops.Find(stored.Order.ShopIdentifier, cancellation) is not { } shop
        )
            return null;

        // By URL: a server that subscribes to several topics hears of them in the order in which they came about.
        var taken = new ConcurrentBag<OutboxMessage>();
        var again = await Task.WhenAll(
            pending
                .OrderBy(m => m.Id, StringComparer.Ordinal)
                .GroupBy(m => Url(shop, m), StringComparer.Ordinal)
                .Select(messages => SendInOrder(wakeUp.PublicOrderId, shop, messages.Key, messages, taken, cancellation))
        );
        foreach (var bundle in pending.Where(m => m.Place is not null).GroupBy(m => m.Place!.Value.Bundle, StringComparer.Ordinal))
            if (bundle.All(message => taken.Contains(message)))
                await outbox.Discard(wakeUp.PublicOrderId, bundle.Key, cancellation);
        var left = pending.Where(message => !taken.Contains(message)).ToList();
        if (left.Count == 0)
            open.Done(OpenWorkKind.Message, wakeUp.PublicOrderId);
        else
            open.Seen(OpenWorkKind.Message, wakeUp.PublicOrderId, left.Min(m => m.CreatedAt));
        return again.Min();
    }

    /// <summary>Empty when nobody wants the message any more.</summary>
    private static string Url(Shop shop, OutboxMessage message) =>
        (message.Kind == StateEvent.Kind ? shop.RemoteStateAuthority?.Url : Subscription(shop, message)?.CallbackUrl) ?? "";

    private static WebhookSubscription? Subscription(Shop shop, OutboxMessage message) =>
        shop.Webhooks.FirstOrDefault(w => w.Id == message.Destination);

    private async Task<string?> Post(Shop shop, string url, OutboxMessage message, CancellationToken cancellation)
    {
        if (!circuits.Lets(url))
            return LeftAlone;
        var failure = await Post(shop, message, cancellation);
        if (failure is null)
            circuits.Succeeded(url);
        else
            circuits.Failed(url);
        return failure;
    }

    /// <summary>A message that nobody wants any more counts as taken.</summary>
    private async Task<string?> Post(Shop shop, OutboxMessage message, CancellationToken cancellation) =>
        message.Kind == StateEvent.Kind
            ? shop.RemoteStateAuthority is { } authority
                ? await calls.Post(authority, message, cancellation)
                : null
            : Subscription(shop, message) is { } subscription
                ? await calls.Post(subscription, message, cancellation)
                : null;

    /// <summary>When to try the first message again that was not taken; null when all are gone.</summary>
    private async Task<DateTimeOffset?> SendInOrder(
        string publicOrderId,
        Shop shop,
        string url,
        IEnumerable<OutboxMessage> messages,
        ConcurrentBag<OutboxMessage> taken,
        CancellationToken cancellation
    )
    {
        foreach (var message in messages)
        {
            if (message.NotBefore > time.GetUtcNow())
                return message.NotBefore;
            var failure = await Post(shop, url, message, cancellation);
            if (failure is null)
            {
                await outbox.Remove(publicOrderId, message, cancellation);
                taken.Add(message);
                continue;
            }

            var now = time.GetUtcNow();
            var tried = message with { Attempts = message.Attempts + 1 };

            // A letter that was replayed is old already: it gets its second try too.
            if (now - message.CreatedAt >= KeepTrying && message.Attempts > 0)
            {
                await outbox.Bury(shop.Identifier, new DeadLetter(publicOrderId, tried, failure, now), cancellation);
                taken.Add(message);
                continue;
            }

            // Not tried, so not counted.
            if (failure == LeftAlone)
                return now + Circuits.OpenFor;
            var again = now + PutOff.After(message.Attempts, FirstWait, LongestWait);
            await outbox.Update(publicOrderId, tried with { NotBefore = again }, cancellation);
            return again;
        }

        return null;
    }
}
