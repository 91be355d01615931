using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Plugins;

/// <summary>The items of an inventory override's answer (docs/contract/overrides.md#inventory).</summary>
internal static class InventoryItems
{
    public static InventoryAnswer? Read(JsonElement answer, Order order)
    {
        var items = new List<(string Key, long Units, decimal? Asked)>();
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            var (sku, variant) = (LooseJson.Text(item, "sku"), LooseJson.Text(item, "variant_id"));
            if (
                LooseJson.Number(item, "available_quantity") is not { } units
                || order.LineItems.FirstOrDefault(l =>
                    (sku.Length > 0 && l.Sku == sku) || (variant.Length > 0 && (l.PlatformId ?? l.VariantId) == variant)
                )
                    is not { } line
            )
                continue;
            items.Add((InventoryAnswer.Key(line), (long)Math.Clamp(units, 0, int.MaxValue), LooseJson.Number(item, "quantity")));
        }

        var available = items
            .GroupBy(item => item.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(same => same.Key, Units, StringComparer.Ordinal);
        return new InventoryAnswer(available, LooseJson.Text(answer, "type") == InventoryAnswer.Final);
    }

    // An item alone speaks for all lines of its kind, and so does each of several that do not say whose they are. Those that
    // repeat a line's quantity speak for that line (docs/contract/overrides.md#inventory).
    private static long Units(IEnumerable<(string Key, long Units, decimal? Asked)> same)
    {
        var items = same.ToList();
        return items.Count == 1 || items.Exists(item => item.Asked is null)
            ? items.Max(item => item.Units)
            : items.Sum(item => (long)Math.Clamp(item.Asked!.Value, 0, item.Units));
    }
}
