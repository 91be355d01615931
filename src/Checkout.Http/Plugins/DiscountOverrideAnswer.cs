using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Actions.Rules;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Plugins;

/// <summary>What an override says of a discount code (docs/contract/overrides.md#discount).</summary>
/// <param name="Found">There is such a code; true unless said.</param>
/// <param name="Valid">The order may have it.</param>
/// <param name="Kind">What it takes, and from what; of no account when the code is not found or not valid.</param>
/// <param name="Amount">Minor units, or per cent up to 100.</param>
/// <param name="Message">What the shopper reads when the code is not valid.</param>
[AnyOf("The answer does not say it.", "found", "valid")]
internal sealed record DiscountOverrideAnswer(
    bool? Found = null,
    bool? Valid = null,
    [property: WordsOf(typeof(DiscountKinds))] string Kind = "",
    decimal? Amount = null,
    string Message = ""
)
{
    /// <summary>All of them must hold. A condition may also be an object of its name and values.</summary>
    [Shape(typeof(IReadOnlyList<DiscountAnswerCondition>))]
    public JsonElement Conditions { get; init; }

    /// <summary>The lines, of the kinds with a list.</summary>
    [Shape(typeof(IReadOnlyList<DiscountAnswerLines>))]
    public JsonElement Params { get; init; }

    public static FoundDiscount? Read(JsonElement answer)
    {
        if (OverrideAnswers.Read(answer, OverrideAnswerJson.Default.DiscountOverrideAnswer) is not { } read)
            return null;
        var found = new FoundDiscount(
            read.Found ?? true,
            read.Valid ?? false,
            read.Kind,
            read.Amount ?? 0,
            [.. Elements(read.Conditions).Select(Condition)],
            [.. Elements(read.Params).SelectMany(KeysOf).Select(LooseJson.Text).Where(key => key.Length > 0)],
            read.Message
        );
        return !found.IsFound || !found.IsValid || found.Holds ? found : null;
    }

    /// <summary>The elements of a list, or the one object in its place.</summary>
    private static ImmutableArray<JsonElement> Elements(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : value.ValueKind is JsonValueKind.Object ? [value]
        : [];

    private static IEnumerable<JsonElement> KeysOf(JsonElement lines) =>
        lines.TryGetProperty("itemKeys", out var keys) ? Elements(keys) : [];

    private static DiscountCondition Condition(JsonElement condition)
    {
        var name = LooseJson.Text(condition, "name");
        if (name.Length == 0 && condition.EnumerateObject().FirstOrDefault() is { Value.ValueKind: not JsonValueKind.Undefined } only)
            return new DiscountCondition(only.Name, [.. Flat(only.Value)]);
        return condition.TryGetProperty("params", out var values) || condition.TryGetProperty("value", out values)
            ? new DiscountCondition(name, [.. Flat(values)])
            : new DiscountCondition(name, name == DiscountConditions.UseLimitReached ? ["true"] : []);
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

/// <param name="Name">What the condition is about.</param>
internal sealed record DiscountAnswerCondition([property: WordsOf(typeof(DiscountConditions))] string Name = "")
{
    /// <summary>The values that it compares with: one, a list, or an object of them.</summary>
    public JsonElement Params { get; init; }
}

/// <param name="ItemKeys">Keys of line items.</param>
internal sealed record DiscountAnswerLines([property: JsonPropertyName("itemKeys")] IReadOnlyList<string>? ItemKeys = null);
