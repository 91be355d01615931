using System.Collections.Concurrent;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Webhooks;

/// <summary>
/// Sends what an order's outbox holds: to each URL in order, at least once, with growing waits for 48 hours
/// (docs/contract/webhooks.md#delivery). What is not taken by then becomes a dead letter, and the next message has its turn;
/// so does at once what is left for a webhook that was deleted or stopped.
/// </summary>
public sealed partial class WebhookSender(
    IOutbox outbox,
    IOrderStore orders,
    IShops shops,
    ShopEditor editor,
    IWebhookCalls calls,
    OrderGate gate,
    Circuits circuits,
    OpenWork open,
    TimeProvider time,
    ILogger<WebhookSender> log
) : IWakeUpHandler
{
    private const string Gone = "its server answered 410.";
    private static readonly WebhookAnswer LeftAlone = new("The server failed too often, or asked to be left alone.");
    public static readonly TimeSpan KeepTrying = TimeSpan.FromHours(48);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>However long a server asks to be left alone.</summary>
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromHours(24);

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
            || await FindShop(stored.Order.ShopIdentifier, pending, cancellation) is not { } shop
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

    /// <summary>The shop; past the cache when a message is for a webhook that the cached one does not have.</summary>
    private async Task<Shop?> FindShop(string identifier, IReadOnlyList<OutboxMessage> pending, CancellationToken cancellation) =>
        await shops.Find(identifier, cancellation) is { } shop
        && pending.All(m => m.Kind == StateEvent.Kind || Subscription(shop, m) is not null)
            ? shop
            : (await shops.Load(identifier, cancellation))?.Shop.WithOwnSecretsOnly();

    private async Task<WebhookAnswer> Post(
        string publicOrderId,
        Shop shop,
        string url,
        OutboxMessage message,
        CancellationToken cancellation
    )
    {
        if (!circuits.Lets(url))
            return LeftAlone;
        var answer = await Post(publicOrderId, shop, message, cancellation);
        if (answer.RetryAfter is { } wait)
            circuits.LeaveAlone(url, time.GetUtcNow() + Shorter(wait, LongestAskedFor));
        else if (answer.Failure is null)
            circuits.Succeeded(url);
        else
            circuits.Failed(url);
        return answer;
    }

    /// <summary>A state that nobody wants any more counts as taken.</summary>
    private async Task<WebhookAnswer> Post(string publicOrderId, Shop shop, OutboxMessage message, CancellationToken cancellation) =>
        message.Kind == StateEvent.Kind
            ? shop.RemoteStateAuthority is { } authority
                ? await calls.Post(authority, message, cancellation)
                : WebhookAnswer.Taken
            : await calls.Post(shop.Identifier, publicOrderId, Subscription(shop, message)!, message, cancellation);

    /// <summary>Why a message is not even tried; null when it is.</summary>
    private static string? Unwanted(Shop shop, OutboxMessage message) =>
        message.Kind == StateEvent.Kind ? null
        : Subscription(shop, message) is not { } subscription ? "The webhook was deleted."
        : subscription.StoppedAt is not null ? $"The webhook is stopped: {subscription.StoppedBecause}"
        : null;

    /// <summary>The shop with the subscription stopped: its server answered that it is gone.</summary>
    private async Task<Shop> Stop(Shop shop, OutboxMessage message, CancellationToken cancellation)
    {
        var stopped = await editor.Change(
            shop.Identifier,
            changed =>
                Subscription(changed, message) is { StoppedAt: null } subscription
                    ? changed with
                    {
                        Webhooks = changed.Webhooks.Replace(subscription, subscription.Stop(Gone, time.GetUtcNow())),
                    }
                    : changed,
            cancellation
        );
        Stopped(log, message.Destination, shop.Identifier);
        return stopped.Succeeded ? stopped.Value.WithOwnSecretsOnly() : shop;
    }

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
            if (Unwanted(shop, message) is { } unwanted)
            {
                await Bury(publicOrderId, shop, message, unwanted, taken, cancellation);
                continue;
            }

            if (message.NotBefore > time.GetUtcNow())
                return message.NotBefore;
            var answer = await Post(publicOrderId, shop, url, message, cancellation);
            if (answer.Failure is not { } failure)
            {
                await outbox.Remove(publicOrderId, message, cancellation);
                taken.Add(message);
                continue;
            }

            var now = time.GetUtcNow();
            var tried = message with { Attempts = message.Attempts + 1 };
            if (answer.IsGone && message.Kind != StateEvent.Kind)
            {
                shop = await Stop(shop, message, cancellation);
                await Bury(publicOrderId, shop, tried, $"The webhook is stopped: {Gone}", taken, cancellation);
                continue;
            }

            // A letter that was replayed is old already: it gets its second try too.
            if (now - message.CreatedAt >= KeepTrying && message.Attempts > 0)
            {
                await Bury(publicOrderId, shop, tried, failure, taken, cancellation);
                continue;
            }

            // Not tried, so not counted.
            if (answer == LeftAlone)
                return Later(circuits.Until(url), now + FirstWait);
            var again =
                now
                + (
                    answer.RetryAfter is { } asked
                        ? Shorter(asked, LongestAskedFor)
                        : PutOff.After(message.Attempts, FirstWait, LongestWait)
                );
            await outbox.Update(publicOrderId, tried with { NotBefore = again }, cancellation);
            return again;
        }

        return null;
    }

    private async Task Bury(
        string publicOrderId,
        Shop shop,
        OutboxMessage message,
        string reason,
        ConcurrentBag<OutboxMessage> taken,
        CancellationToken cancellation
    )
    {
        await outbox.Bury(shop.Identifier, new DeadLetter(publicOrderId, message, reason, time.GetUtcNow()), cancellation);
        taken.Add(message);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} of shop {Shop} is stopped: its server answered 410")]
    private static partial void Stopped(ILogger log, string webhook, string shop);
}
