using System.Collections.Concurrent;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Sends what an order's outbox holds, webhooks, states and letters: to each server in order, at least once, with growing waits
/// for 48 hours (docs/contract/webhooks.md#delivery). What is not taken by then becomes a dead letter, and the next message has
/// its turn; so does at once what nobody will ever take.
/// </summary>
public sealed class OutboxSender(
    IEnumerable<IMessageCarrier> carriers,
    IOutbox outbox,
    IOrderStore orders,
    IShops shops,
    OrderGate gate,
    Circuits circuits,
    OpenWork open,
    TimeProvider time
) : IWakeUpHandler
{
    private static readonly Delivery LeftAlone = Delivery.Failed("The server failed too often, or asked to be left alone.");
    private static readonly TimeSpan KeepTrying = TimeSpan.FromHours(48);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>However long a server asks to be left alone.</summary>
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromHours(24);

    private readonly Dictionary<string, IMessageCarrier> carriers = carriers.ToDictionary(c => c.Kind, StringComparer.Ordinal);

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
        if (await Find(wakeUp.PublicOrderId, pending, cancellation) is not { } box)
            return null;

        // By server: one that subscribes to several topics hears of them in the order in which they came about.
        var again = await Task.WhenAll(
            pending
                .OrderBy(m => m.Id, StringComparer.Ordinal)
                .GroupBy(m => carriers[m.Kind].Server(box.Shop, m), StringComparer.Ordinal)
                .Select(messages => SendInOrder(box, messages.Key, messages, cancellation))
        );
        foreach (var bundle in pending.Where(m => m.Place is not null).GroupBy(m => m.Place!.Value.Bundle, StringComparer.Ordinal))
            if (bundle.All(message => box.Gone.Contains(message)))
                await outbox.Discard(wakeUp.PublicOrderId, bundle.Key, cancellation);
        var left = pending.Where(message => !box.Gone.Contains(message)).ToList();
        if (left.Count == 0)
            open.Done(OpenWorkKind.Message, wakeUp.PublicOrderId);
        else
            open.Seen(OpenWorkKind.Message, wakeUp.PublicOrderId, left.Min(m => m.CreatedAt));
        return again.Min();
    }

    /// <summary>Null when order or shop is gone.</summary>
    private async Task<Box?> Find(string owner, IReadOnlyList<OutboxMessage> pending, CancellationToken cancellation)
    {
        var ofShop = ShopOutbox.ShopOf(owner);
        var order = ofShop is null ? (await orders.Load(owner, cancellation))?.Order : null;
        return (ofShop ?? order?.ShopIdentifier) is { } identifier && await FindShop(identifier, pending, cancellation) is { } shop
            ? new Box(owner, shop, order)
            : null;
    }

    /// <summary>The shop; past the cache when the cached one does not want a message: it may be older than what it is for.</summary>
    private async Task<Shop?> FindShop(string identifier, IReadOnlyList<OutboxMessage> pending, CancellationToken cancellation) =>
        await shops.Find(identifier, cancellation) is { } shop && pending.All(m => carriers[m.Kind].Unwanted(shop, m) is null)
            ? shop
            : (await shops.Load(identifier, cancellation))?.Shop.WithOwnSecretsOnly();

    private async Task<Delivery> Carry(Box box, string server, OutboxMessage message, CancellationToken cancellation)
    {
        if (!circuits.Lets(server))
            return LeftAlone;
        var delivery = await carriers[message.Kind].Carry(box.Shop, box.Order, message, cancellation);
        if (delivery.RetryAfter is { } wait)
            circuits.LeaveAlone(server, time.GetUtcNow() + Shorter(wait, LongestAskedFor));
        else if (delivery.IsTaken || delivery.IsOfTheMessage)
            circuits.Succeeded(server);
        else
            circuits.Failed(server);
        return delivery;
    }

    /// <summary>When to try the first message again that was not taken; null when all are gone.</summary>
    private async Task<DateTimeOffset?> SendInOrder(
        Box box,
        string server,
        IEnumerable<OutboxMessage> messages,
        CancellationToken cancellation
    )
    {
        foreach (var message in messages)
        {
            if (carriers[message.Kind].Unwanted(box.Shop, message) is { } unwanted)
            {
                await Bury(box, message, unwanted, cancellation);
                box.Gone.Add(message);
                continue;
            }

            if (message.NotBefore > time.GetUtcNow())
                return message.NotBefore;
            var delivery = await Carry(box, server, message, cancellation);
            if (delivery.IsTaken)
            {
                await outbox.Remove(box.Owner, message, cancellation);
                box.Gone.Add(message);
                continue;
            }

            var now = time.GetUtcNow();
            var tried = message with { Attempts = message.Attempts + 1 };
            box = box with { Shop = delivery.Shop ?? box.Shop };

            // A message that was replayed is old already: it gets its second try too.
            if (delivery.IsFinal || (now - message.CreatedAt >= KeepTrying && message.Attempts > 0))
            {
                await Bury(box, tried, delivery.Failure!, cancellation);
                box.Gone.Add(message);
                continue;
            }

            // Not tried, so not counted.
            if (delivery == LeftAlone)
                return Later(circuits.Until(server), now + FirstWait);
            var again =
                now
                + (
                    delivery.RetryAfter is { } asked
                        ? Shorter(asked, LongestAskedFor)
                        : PutOff.After(message.Attempts, FirstWait, LongestWait)
                );
            await outbox.Update(box.Owner, tried with { NotBefore = again }, cancellation);
            return again;
        }

        return null;
    }

    private Task Bury(Box box, OutboxMessage message, string reason, CancellationToken cancellation) =>
        outbox.Bury(box.Shop.Identifier, new DeadLetter(box.Owner, message, reason, time.GetUtcNow()), cancellation);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <param name="Owner">The order, or the shop's own outbox (<see cref="ShopOutbox"/>).</param>
    /// <param name="Order">Null in a shop's own outbox.</param>
    private sealed record Box(string Owner, Shop Shop, Order? Order)
    {
        /// <summary>Delivered or given up, as they were pending.</summary>
        public ConcurrentBag<OutboxMessage> Gone { get; init; } = [];
    }
}
