using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Plugins.Overrides;

/// <summary>What an inventory override says of an order's stock.</summary>
/// <param name="Available">Units by sku, or by variant id where there is no sku.</param>
/// <param name="IsFinal">A shortage is kept on the order and not asked for again.</param>
public sealed record InventoryAnswer(ImmutableDictionary<string, long> Available, bool IsFinal)
{
    public const string Initial = "initial";
    public const string Final = "final";

    /// <summary>Lines for which too few units are there; a line that the answer does not name is not short.</summary>
    public ImmutableArray<LineItem> ShortOf(Order order) =>
        [
            .. order
                .LineItems.GroupBy(Key, StringComparer.Ordinal)
                .Where(lines => Available.TryGetValue(lines.Key, out var units) && units < lines.Sum(l => (long)l.Quantity))
                .SelectMany(lines => lines),
        ];

    /// <summary>Units available for a line; null when the answer does not name it.</summary>
    public long? For(LineItem line) => Available.TryGetValue(Key(line), out var units) ? units : null;

    /// <summary>By which an answer names the line.</summary>
    public static string Key(LineItem line) => line.Sku.Length > 0 ? line.Sku : line.PlatformId ?? line.VariantId;
}
