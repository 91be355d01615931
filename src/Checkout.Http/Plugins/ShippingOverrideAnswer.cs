using System.Text.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;

namespace Checkout.Http.Plugins;

/// <summary>The shipping lines of an override (docs/contract/overrides.md#shipping).</summary>
/// <param name="Rates">The lines, in the order in which they are shown.</param>
internal sealed record ShippingOverrideAnswer([property: Needed("The rates are missing.")] IReadOnlyList<ShippingAnswerRate>? Rates = null)
{
    public static IReadOnlyList<ShippingLine>? Read(JsonElement answer, Order order)
    {
        if (OverrideAnswers.Read(answer, OverrideAnswerJson.Default.ShippingOverrideAnswer) is not { } read)
            return null;
        var currency = Currency.Of(order.Currency.Code);
        return
        [
            .. read.Rates!.Select(
                (rate, number) =>
                    new ShippingLine(
                        number.ToString(),
                        rate.LineText.Length > 0 ? rate.LineText : rate.Code,
                        currency.ToMinorUnits(rate.Value!.Value),
                        rate.Code
                    )
                    {
                        Preselected = rate.Selected is true,
                    }
            ),
        ];
    }
}

/// <param name="LineText">What the shopper reads; without it the code is shown.</param>
/// <param name="Value">In major units: 10.5 is $10.50.</param>
/// <param name="Code">The platform's code for it.</param>
/// <param name="Selected">The line is the one that is selected at first.</param>
internal sealed record ShippingAnswerRate(
    string LineText = "",
    [property: Needed(ShippingAnswerRate.NoValue), Between(ShippingAnswerRate.NoValue, 0, 10_000_000)] decimal? Value = null,
    string Code = "",
    bool? Selected = null
)
{
    private const string NoValue = "The value must be from 0 to 10,000,000.";
}
