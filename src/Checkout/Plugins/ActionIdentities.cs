using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>
/// Tells the actions of plugins apart, so that what an event brought about is there once however often the event is raised
/// (docs/contract/plugins.md, Identity): an action is plugin, event or hook, content, and its number among equals. Where it stands in
/// the answer does not matter.
/// </summary>
internal static class ActionIdentities
{
    private const int HashLength = 16;

    /// <summary>An identity for each action, in the order of the answer.</summary>
    public static ImmutableArray<string> Of(PluginAnswer answer)
    {
        var equals = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. answer.Actions.Select(action =>
            {
                var content = $"{Kind(answer, NameOf(action))}{Hash(action.Data)}";
                var number = equals[content] = equals.GetValueOrDefault(content) + 1;
                return $"{content}:{number}";
            }),
        ];
    }

    /// <summary>
    /// The order without what earlier answers of the plugin to the same event or hook made and this answer says otherwise:
    /// a discount, a price or shipping change, or a line without a key of its own, of a type that it names again takes the
    /// place of the earlier ones of that type.
    /// </summary>
    /// <param name="ids">The identities of the answer's actions; what they made stays.</param>
    public static Order Supersede(Order order, PluginAnswer answer, ImmutableArray<string> ids, Shop shop)
    {
        var again = answer.Actions.Select(NameOf).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var left = order;
        if (left.Discounts.Any(d => IsSuperseded(d.Id)))
            left = left with { Discounts = left.Discounts.RemoveAll(d => IsSuperseded(d.Id)) };
        if (left.LineItems.Any(IsSupersededLine))
            left = left with { LineItems = left.LineItems.RemoveAll(IsSupersededLine) };
        foreach (var adjustment in left.Plugins.PriceAdjustments.Where(a => IsSuperseded(a.Id)))
            left = Undone(left, adjustment);
        var shipping = left.Plugins.ShippingAdjustments.RemoveAll(a => IsSuperseded(a.Id));
        return shipping.Length == left.Plugins.ShippingAdjustments.Length
            ? left
            : PluginShipping.Relisted(left with { Plugins = left.Plugins with { ShippingAdjustments = shipping } }, shop);

        bool IsSupersededLine(LineItem line) => line.AddedByPlugin == answer.Plugin.Uuid && IsSuperseded(line.Key);

        bool IsSuperseded(string id) =>
            !ids.Contains(id, StringComparer.Ordinal)
            && (again.Any(name => IsOf(id, Kind(answer, name))) || (!again.IsEmpty && IsByPlace(id, answer)));
    }

    private static Order Undone(Order order, PriceAdjustment adjustment)
    {
        var plugins = order.Plugins with { PriceAdjustments = order.Plugins.PriceAdjustments.Remove(adjustment) };
        if (order.Line(adjustment.LineItemKey) is not { } line)
            return order with { Plugins = plugins };
        var undone = line with { Price = Math.Max(0, line.Price - adjustment.Value) };
        return order with { LineItems = order.LineItems.Replace(line, undone), Plugins = plugins };
    }

    private static string Kind(PluginAnswer answer, string action) => $"{answer.Plugin.Uuid}:{answer.Origin}:{action}:";

    private static string NameOf(AnsweredAction action) => PluginActions.Find(action.Type)?.Name ?? action.Type;

    /// <summary>Orders from before identities had content know what an answer made by its place.</summary>
    private static bool IsByPlace(string id, PluginAnswer answer)
    {
        // They do not say which hook they are of: it keeps what it made, rather than lose it to another.
        if (answer.Origin != answer.Event)
            return false;
        var before = $"{answer.Plugin.Uuid}:{answer.Event}:";
        return id.Length > before.Length
            && id.StartsWith(before, StringComparison.Ordinal)
            && id.AsSpan(before.Length).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Behind the kind come hash and number and nothing else: the name of one hook may begin as another's.</summary>
    private static bool IsOf(string id, string kind) =>
        id.StartsWith(kind, StringComparison.Ordinal)
        && id.Length > kind.Length + HashLength
        && id[kind.Length + HashLength] == ':'
        && id.AsSpan(kind.Length + HashLength + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Hash(JsonElement data)
    {
        var content = data.ValueKind is JsonValueKind.Undefined ? "" : data.GetRawText();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, HashLength / 2));
    }
}
