using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Plugins;

/// <summary>The items of an inventory override's answer (docs/contract/overrides.md#inventory).</summary>
/// <param name="Items">What there is; a line that is not named is not short.</param>
/// <param name="Type">final when a shortage is to be kept on the order and not asked for again.</param>
internal sealed record InventoryOverrideAnswer(
    [property: Needed("The items are missing.")] IReadOnlyList<InventoryAnswerItem>? Items = null,
    string Type = ""
)
{
    public static InventoryAnswer? Read(JsonElement answer, Order order)
    {
        if (OverrideAnswers.Read(answer, OverrideAnswerJson.Default.InventoryOverrideAnswer) is not { } read)
            return null;
        var items = new List<(string Key, long Units, decimal? Asked)>();
        foreach (var item in read.Items!)
            if (item.AvailableQuantity is { } units && order.LineItems.FirstOrDefault(item.IsOf) is { } line)
                items.Add((InventoryAnswer.Key(line), (long)Math.Clamp(units, 0, int.MaxValue), item.Quantity));

        var available = items
            .GroupBy(item => item.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(same => same.Key, Units, StringComparer.Ordinal);
        return new InventoryAnswer(available, read.Type == InventoryAnswer.Final);
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

/// <param name="Sku">Names the lines; or the variant does.</param>
/// <param name="VariantId">As in the question.</param>
/// <param name="AvailableQuantity">Units that there are.</param>
/// <param name="Quantity">Repeated from the question where several items are of one sku: each then speaks for its line.</param>
internal sealed record InventoryAnswerItem(
    string Sku = "",
    [property: NumberOrText] string VariantId = "",
    decimal? AvailableQuantity = null,
    decimal? Quantity = null
)
{
    public bool IsOf(LineItem line) =>
        (Sku.Length > 0 && line.Sku == Sku) || (VariantId.Length > 0 && (line.PlatformId ?? line.VariantId) == VariantId);
}
