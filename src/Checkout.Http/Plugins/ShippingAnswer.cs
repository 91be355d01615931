using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.Plugins;

/// <summary>The shipping lines of an override (docs/contract/overrides.md#shipping).</summary>
internal static class ShippingAnswer
{
    private const decimal Largest = 10_000_000m;

    /// <summary>Values are in major units: 10.5 is $10.50.</summary>
    public static IReadOnlyList<ShippingLine>? Read(JsonElement answer, Order order)
    {
        var currency = Currency.Of(order.Currency.Code);
        var lines = new List<ShippingLine>();
        foreach (var rate in answer.GetProperty("rates").EnumerateArray())
        {
            if (LooseJson.Number(rate, "value") is not (>= 0 and <= Largest and var value))
                return null;
            var code = LooseJson.Text(rate, "code");
            lines.Add(
                new ShippingLine(
                    lines.Count.ToString(),
                    LooseJson.Text(rate, "line_text") is { Length: > 0 } text ? text : code,
                    currency.ToMinorUnits(value),
                    code
                )
                {
                    Preselected = LooseJson.Flag(rate, "selected"),
                }
            );
        }

        return lines;
    }
}
