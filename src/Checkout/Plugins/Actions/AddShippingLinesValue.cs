using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds minor units (or takes them off) on every shipping line, those offered later included.</summary>
internal static class AddShippingLinesValue
{
    internal sealed record Data(long? Add = null, [property: JsonPropertyName("lineText")] string LineText = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_shipping_lines_value",
        PluginScopes.ModifyShipping,
        "Adds to every shipping line",
        PluginJson.Default.AddShippingLinesValue,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.Add is not { } add || Math.Abs(add) > AmountLimits.Field
            ? Problem.Invalid("add", "The amount to add must be a number of minor units.")
            : order.AdjustShipping(new(1m, add, data.LineText, context.Id));
}
