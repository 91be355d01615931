using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Plugins;

/// <summary>What an override says of a discount code (docs/contract/overrides.md#discount).</summary>
internal static class DiscountAnswer
{
    public static FoundDiscount? Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("found", out _) && !answer.TryGetProperty("valid", out _))
            return null;
        var found = new FoundDiscount(
            LooseJson.Flag(answer, "found") || !answer.TryGetProperty("found", out _),
            LooseJson.Flag(answer, "valid"),
            LooseJson.Text(answer, "kind"),
            LooseJson.Number(answer, "amount") ?? 0,
            [.. Elements(answer, "conditions").Select(Condition)],
            [.. Elements(answer, "params").SelectMany(p => Elements(p, "itemKeys")).Select(LooseJson.Text).Where(key => key.Length > 0)],
            LooseJson.Text(answer, "message")
        );
        return !found.IsFound || !found.IsValid || found.Holds ? found : null;
    }

    /// <summary>The elements of a list, or the one object in its place.</summary>
    private static ImmutableArray<JsonElement> Elements(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var value) ? []
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : value.ValueKind is JsonValueKind.Object ? [value]
        : [];

    private static DiscountCondition Condition(JsonElement condition)
    {
        var name = LooseJson.Text(condition, "name");
        if (name.Length == 0 && condition.EnumerateObject().FirstOrDefault() is { Value.ValueKind: not JsonValueKind.Undefined } only)
            return new DiscountCondition(only.Name, [.. Flat(only.Value)]);
        return condition.TryGetProperty("params", out var values) || condition.TryGetProperty("value", out values)
            ? new DiscountCondition(name, [.. Flat(values)])
            : new DiscountCondition(name, name == "use_limit_reached" ? ["true"] : []);
    }

    /// <summary>Every value inside, whatever the object or list around it is called.</summary>
    private static IEnumerable<string> Flat(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Flat(p.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Flat),
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            _ => [LooseJson.Text(value)],
        };
}
