using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Checkout.Orders;

namespace Checkout.Plugins;

/// <summary>A place of the order's document that differs between two states.</summary>
/// <param name="Path">Such as <c>fees[0]</c> or <c>plugins.amendable</c>.</param>
/// <param name="Before">JSON; null where the place was not there.</param>
/// <param name="After">JSON; null where the place is gone.</param>
public sealed record OrderChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>No action changes a payment, and tokens are nobody's business.</summary>
    private const string Payments = "payments";

    internal static ImmutableArray<OrderChange> Between(Order before, Order after)
    {
        if (ReferenceEquals(before, after))
            return [];
        var (was, @is) = (Document(before), Document(after));
        var changes = ImmutableArray.CreateBuilder<OrderChange>();
        foreach (var key in was.Select(p => p.Key).Union(@is.Select(p => p.Key), StringComparer.Ordinal).Where(key => key != Payments))
            Compare(key, was[key], @is[key], changes);
        return changes.ToImmutable();
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, ImmutableArray<OrderChange>.Builder changes)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (before is JsonObject was && after is JsonObject @is)
            foreach (var key in was.Select(p => p.Key).Union(@is.Select(p => p.Key), StringComparer.Ordinal))
                Compare($"{path}.{key}", was[key], @is[key], changes);
        else if (before is JsonArray list && after is JsonArray next)
            for (var i = 0; i < Math.Max(list.Count, next.Count); i++)
                Compare($"{path}[{i}]", i < list.Count ? list[i] : null, i < next.Count ? next[i] : null, changes);
        else
            changes.Add(new OrderChange(path, before?.DeepClone(), after?.DeepClone()));
    }

    private static JsonObject Document(Order order) => JsonNode.Parse(OrderDocument.Write(order).Span)!.AsObject();
}
