using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Http.Outgoing;

/// <summary>
/// What an authority that is sent events answers of an order (docs/contract/platforms.md#events-and-state). Amounts are in minor units.
/// A part that is there must be whole: what cannot be read is no answer, and never nought or none.
/// </summary>
internal static class EventsState
{
    /// <summary>Minor units of one amount.</summary>
    public const long MostAmount = 1_000_000_000_000;

    /// <summary>Lines, taxes or discounts.</summary>
    public const int MostEntries = 100;

    public static RemoteState Of(JsonElement answer)
    {
        var state = answer.GetProperty("order_state");
        return new RemoteState
        {
            ShippingLines = Shipping(state) is { } shipping ? List<ShippingLine>(shipping, "available_shipping_lines", Lines) : null,
            LineTaxes = List<Tax>(state, "taxes", taxes => [.. taxes.Select(TaxOf)]),
            Discounts = List<RemoteDiscount>(state, "discounts", discounts => [.. discounts.Select(Discount)]),
            Total = state.TryGetProperty("order_total", out var total) ? Amount(total) : null,
        };
    }

    /// <summary>PHP writes an empty object as an empty list.</summary>
    private static JsonElement? Shipping(JsonElement state) =>
        !state.TryGetProperty("shipping", out var shipping) || (shipping.ValueKind is JsonValueKind.Array && shipping.GetArrayLength() == 0)
            ? null
            : shipping;

    private static ImmutableArray<T>? List<T>(JsonElement of, string name, Func<IReadOnlyList<JsonElement>, ImmutableArray<T>> read) =>
        !of.TryGetProperty(name, out var list) ? null
        : list.GetArrayLength() <= MostEntries ? read([.. list.EnumerateArray()])
        : throw new FormatException($"{name} has too many entries.");

    /// <summary>A selection stays by its code, so each line has one of its own.</summary>
    private static ImmutableArray<ShippingLine> Lines(IReadOnlyList<JsonElement> told)
    {
        ImmutableArray<ShippingLine> lines = [.. told.Select(Line)];
        return lines.Select(line => line.Code).Distinct(StringComparer.Ordinal).Count() == lines.Length
            ? lines
            : throw new FormatException("Two lines have one code.");
    }

    private static ShippingLine Line(JsonElement line, int index)
    {
        var code = Text(line, "code") is { Length: > 0 } named ? named : throw new FormatException("A line has no code.");
        var description = Text(line, "description");
        return new ShippingLine(
            index.ToString(CultureInfo.InvariantCulture),
            description.Length > 0 ? description : code,
            Amount(line.GetProperty("amount")),
            code
        );
    }

    private static Tax TaxOf(JsonElement tax) =>
        new(Text(tax, "name"), Amount(tax.GetProperty("value")), LooseJson.Flag(tax, "is_included"));

    private static RemoteDiscount Discount(JsonElement discount) =>
        new(Text(discount, "code"), Text(discount, "text"), Amount(discount.GetProperty("value")))
        {
            Id = Text(discount, "id") is { Length: > 0 } id ? id : null,
        };

    /// <summary>Empty when left out or null.</summary>
    private static string Text(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var text) ? ""
        : text.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null ? LooseJson.Text(text)
        : throw new FormatException($"{name} is no text.");

    private static long Amount(JsonElement amount) =>
        amount.GetInt64() is >= 0 and <= MostAmount and var units ? units : throw new FormatException("An amount is out of bounds.");
}
