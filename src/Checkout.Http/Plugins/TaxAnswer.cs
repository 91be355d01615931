using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Changing.Taxes;
using Checkout.Http.Frame.Json;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.Plugins;

/// <summary>The tax rates of an override (docs/contract/overrides.md#tax).</summary>
internal static class TaxAnswer
{
    private const decimal Largest = 10_000_000_000m;
    private static readonly ImmutableArray<string> Parts = ["line_items", "shipping", "sub_total"];

    public static TaxRates? Read(JsonElement answer)
    {
        // An answer that says nothing of taxes is an answer to something else, not word that there are none.
        if (!Parts.Any(part => answer.TryGetProperty(part, out _)))
            return null;
        var lines = ImmutableDictionary<string, ImmutableArray<LineTaxRate>>.Empty;
        // PHP writes an empty object as an empty list.
        if (answer.TryGetProperty("line_items", out var items) && items.ValueKind is JsonValueKind.Object)
            foreach (var line in items.EnumerateObject())
                lines = lines.SetItem(line.Name, [.. line.Value.EnumerateArray().Select(LineRate)]);
        return new TaxRates
        {
            Lines = lines,
            Shipping = Rates("shipping"),
            SubTotal = Rates("sub_total"),
        };

        ImmutableArray<TaxRate> Rates(string name) =>
            answer.TryGetProperty(name, out var rates) && rates.ValueKind is not JsonValueKind.Null
                ? [.. rates.EnumerateArray().Select(rate => new TaxRate(LooseJson.Text(rate, "name"), Rate(rate)))]
                : [];
    }

    /// <summary>The amount for one unit beats the rate, which is then for display.</summary>
    private static LineTaxRate LineRate(JsonElement rate) =>
        LooseJson.Number(rate, "amount") is { } amount
            ? new LineTaxRate(
                LooseJson.Text(rate, "name"),
                LooseJson.Number(rate, "rate") ?? 0,
                amount is >= 0 and <= Largest ? Rounding.ToMinorUnits(amount) : throw new JsonException()
            )
            : new LineTaxRate(LooseJson.Text(rate, "name"), Rate(rate));

    private static decimal Rate(JsonElement rate) =>
        LooseJson.Number(rate, "rate") is >= 0 and <= 10 and var number ? number : throw new JsonException();
}
