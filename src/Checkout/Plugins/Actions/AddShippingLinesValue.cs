using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds minor units (or takes them off) on every shipping line, those offered later included.</summary>
internal static class AddShippingLinesValue
{
    private const string NoAmount = "The amount to add must be a number of minor units.";

    /// <param name="Add">Minor units; below zero to take off.</param>
    /// <param name="LineText">Takes the place of what the lines are called; empty leaves it.</param>
    internal sealed record Data(
        [property: Needed(NoAmount), Between(NoAmount, -AmountLimits.Field, AmountLimits.Field)] long? Add = null,
        [property: JsonPropertyName("lineText")] string LineText = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "add_shipping_lines_value",
        PluginScopes.ModifyShipping,
        "Adds to every shipping line",
        """{"add":1250,"lineText":"Expedited shipping"}""",
        PluginJson.Default.AddShippingLinesValue,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order.AdjustShipping(new(1m, data.Add!.Value, data.LineText, context.Id));
}
