using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Multiplies every shipping line, those offered later included.</summary>
internal static class MultiplyShippingLinesValue
{
    private const string NoMultiplier = "The multiplier must be a number that is not negative.";

    /// <param name="Multiplier">1.25 makes every line a quarter dearer.</param>
    /// <param name="LineText">Takes the place of what the lines are called; empty leaves it.</param>
    internal sealed record Data(
        [property: Needed(NoMultiplier), Between(NoMultiplier, 0, 1_000_000)] decimal? Multiplier = null,
        [property: JsonPropertyName("lineText")] string LineText = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "multiply_shipping_lines_value",
        PluginScopes.ModifyShipping,
        "Multiplies every shipping line",
        """{"multiplier":1.25,"lineText":"By courier"}""",
        PluginJson.Default.MultiplyShippingLinesValue,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order.AdjustShipping(new(data.Multiplier!.Value, 0, data.LineText, context.Id));
}
