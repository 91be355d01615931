using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Changing.Taxes;
using Checkout.Http.Frame.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;

namespace Checkout.Http.Plugins;

/// <summary>The tax rates of an override (docs/contract/overrides.md#tax).</summary>
/// <param name="LineItems">Taxes by line item key; a line without an entry takes those of sub_total.</param>
/// <param name="Shipping">Taxes on shipping.</param>
/// <param name="SubTotal">Taxes on lines without taxes of their own, and on taxable fees.</param>
[AnyOf("The answer says nothing of taxes.", "line_items", "shipping", "sub_total")]
internal sealed record TaxOverrideAnswer(
    [property: JsonConverter(typeof(PhpObjectConverter<IReadOnlyDictionary<string, IReadOnlyList<LineTaxAnswerRate>>>))]
        IReadOnlyDictionary<string, IReadOnlyList<LineTaxAnswerRate>>? LineItems = null,
    IReadOnlyList<TaxAnswerRate>? Shipping = null,
    IReadOnlyList<TaxAnswerRate>? SubTotal = null
)
{
    public static TaxRates? Read(JsonElement answer) =>
        OverrideAnswers.Read(answer, OverrideAnswerJson.Default.TaxOverrideAnswer) is { } read
            ? new TaxRates
            {
                Lines = (read.LineItems ?? ImmutableDictionary<string, IReadOnlyList<LineTaxAnswerRate>>.Empty).ToImmutableDictionary(
                    line => line.Key,
                    line => line.Value.Select(rate => rate.Read()).ToImmutableArray(),
                    StringComparer.Ordinal
                ),
                Shipping = Rates(read.Shipping),
                SubTotal = Rates(read.SubTotal),
            }
            : null;

    private static ImmutableArray<TaxRate> Rates(IReadOnlyList<TaxAnswerRate>? rates) =>
        [.. (rates ?? []).Select(rate => new TaxRate(rate.Name, rate.Rate!.Value))];
}

/// <param name="Name">What the shopper reads.</param>
/// <param name="Rate">A fraction: 0.05 is 5 per cent.</param>
internal sealed record TaxAnswerRate(
    string Name = "",
    [property: Needed(TaxAnswerRate.NoRate), Between(TaxAnswerRate.NoRate, 0, 10)] decimal? Rate = null
)
{
    internal const string NoRate = "The rate must be from 0 to 10.";
}

/// <param name="Name">What the shopper reads.</param>
/// <param name="Rate">A fraction: 0.05 is 5 per cent. Beside an amount it is for display.</param>
/// <param name="Amount">Minor units for one unit of the line; beats the rate.</param>
[AnyOf(TaxAnswerRate.NoRate, "rate", "amount")]
internal sealed record LineTaxAnswerRate(
    string Name = "",
    decimal? Rate = null,
    [property: Between("The amount must not be negative.", 0, 10_000_000_000)] decimal? Amount = null
)
{
    public LineTaxRate Read() =>
        Amount is { } amount ? new LineTaxRate(Name, Rate ?? 0, Rounding.ToMinorUnits(amount))
        : Rate is >= 0 and <= 10 and var rate ? new LineTaxRate(Name, rate)
        : throw new JsonException(TaxAnswerRate.NoRate);
}
