using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Multiplies every shipping line, those offered later included.</summary>
internal static class MultiplyShippingLinesValue
{
    internal sealed record Data(decimal? Multiplier = null, [property: JsonPropertyName("lineText")] string LineText = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "multiply_shipping_lines_value",
        PluginScopes.ModifyShipping,
        "Multiplies every shipping line",
        PluginJson.Default.MultiplyShippingLinesValue,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.Multiplier is not { } multiplier || multiplier is < 0 or > 1_000_000
            ? Problem.Invalid("multiplier", "The multiplier must be a number that is not negative.")
            : order.AdjustShipping(new(multiplier, 0, data.LineText, context.Id));
}
