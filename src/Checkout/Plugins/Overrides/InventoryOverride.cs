using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Calls;

namespace Checkout.Plugins.Overrides;

/// <summary>Asks the inventory override of an order.</summary>
public sealed class InventoryOverride(OverrideCalls overrides)
{
    /// <summary>The answer; null when there is no override and the built-in count holds.</summary>
    /// <param name="stage"><see cref="InventoryAnswer.Initial"/> or <see cref="InventoryAnswer.Final"/>.</param>
    public async Task<Result<InventoryAnswer>?> Check(Order order, string stage, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Inventory) is not { } @override)
            return null;
        if (order.Plugins.FinalInventory is { } known)
            return new InventoryAnswer(known, IsFinal: true);
        return await overrides.Ask(
            @override,
            OverrideKinds.Inventory,
            OverrideRequests.Inventory(order, stage),
            answer => Read(answer, order),
            cancellation
        );
    }

    /// <summary>The order with a final shortage kept, so that the override is not asked again.</summary>
    public static Order Keep(Order order, InventoryAnswer answer) =>
        answer.IsFinal && order.Plugins.FinalInventory is null && answer.ShortOf(order).Length > 0
            ? order with
            {
                Plugins = order.Plugins with { FinalInventory = answer.Available },
            }
            : order;

    private static InventoryAnswer? Read(JsonElement answer, Order order)
    {
        var items = new List<(string Key, long Units, decimal? Asked)>();
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            var (sku, variant) = (Reading.Text(item, "sku"), Reading.Text(item, "variant_id"));
            if (
                Reading.Number(item, "available_quantity") is not { } units
                || order.LineItems.FirstOrDefault(l =>
                    (sku.Length > 0 && l.Sku == sku) || (variant.Length > 0 && (l.PlatformId ?? l.VariantId) == variant)
                )
                    is not { } line
            )
                continue;
            items.Add((InventoryAnswer.Key(line), (long)Math.Clamp(units, 0, int.MaxValue), Reading.Number(item, "quantity")));
        }

        var available = items
            .GroupBy(item => item.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(same => same.Key, Units, StringComparer.Ordinal);
        return new InventoryAnswer(available, Reading.Text(answer, "type") == InventoryAnswer.Final);
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
