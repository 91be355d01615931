using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Checkout.Http.Frame;

namespace Checkout.Http.Pipeline;

/// <summary>
/// Slows down who tries out cards or guesses gift card codes: refused tenders count for ten minutes, of an order, of a
/// shopper's address and of a shop. The counts are this instance's own; an order counts its declines itself besides
/// (docs/contract/payments.md#refused-too-often).
/// </summary>
public sealed class TenderTries(TimeProvider time, TenderMetrics metrics)
{
    public const int MostOfAnOrder = 10;
    public const int MostOfAnAddress = 30;
    public const int MostOfAShop = 1000;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Then it starts over rather than grow.</summary>
    private const int MostKeys = 50_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> refused = new(StringComparer.Ordinal);

    /// <summary>Lets the slice try the tender, unless too many were refused before it.</summary>
    internal async Task<Reply> Run(Call call, ISlice slice)
    {
        var address = AddressOf(call);
        var order = call.NamedOrderId;
        Reply reply = Wait(call.ShopIdentifier, order, address) is { } wait ? Problem.TooManyDeclines(wait) : await slice.Handle(call);
        if (reply is not Refusal { Problems: var problems })
            return reply;
        if (problems[0].Kind is ProblemKind.TooManyRequests)
            metrics.Limit(call.ShopIdentifier);
        if (problems.Any(p => p.IsOfTender))
            Note(call.ShopIdentifier, order, address);
        return problems[0].RetryAfter is { } later
            ? reply with
            {
                Headers = reply.Headers.Add(new("Retry-After", Math.Ceiling(later.TotalSeconds).ToString(CultureInfo.InvariantCulture))),
            }
            : reply;
    }

    /// <summary>Null when another may be tried.</summary>
    public TimeSpan? Wait(string shop, string? order, string? address)
    {
        TimeSpan? longest = null;
        foreach (var (key, most) in Keys(shop, order, address))
            if (refused.TryGetValue(key, out var times) && Left(times, most) is { } left && !(left <= longest))
                longest = left;
        return longest;
    }

    /// <summary>One was refused.</summary>
    public void Note(string shop, string? order, string? address)
    {
        metrics.Refuse(shop);
        if (refused.Count > MostKeys)
            refused.Clear();
        foreach (var (key, most) in Keys(shop, order, address))
        {
            var times = refused.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
            lock (times)
            {
                times.Enqueue(time.GetUtcNow());
                while (times.Count > most)
                    times.Dequeue();
            }
        }
    }

    private TimeSpan? Left(Queue<DateTimeOffset> times, int most)
    {
        lock (times)
            return times.Count == most && times.Peek() + Window - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null;
    }

    private static IEnumerable<(string Key, int Most)> Keys(string shop, string? order, string? address)
    {
        if (order is not null)
            yield return ($"order {order}", MostOfAnOrder);
        if (address is not null)
            yield return ($"address {shop} {address}", MostOfAnAddress);
        yield return ($"shop {shop}", MostOfAShop);
    }

    /// <summary>
    /// The last that a proxy has added, which is where the shopper's call came from; without one, the other end of the
    /// connection. Null for loopback: that is nobody's own.
    /// </summary>
    private static string? AddressOf(Call call)
    {
        var last = call.Http.Request.Headers["X-Forwarded-For"].LastOrDefault()?.Split(',')[^1].Trim();
        if (last is { Length: > 0 })
            return IPEndPoint.TryParse(last, out var from) ? from.Address.ToString() : null;
        return call.Http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote) ? remote.ToString() : null;
    }
}
