using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Removes a line that the plugin added; nothing happens when there is none of that key.</summary>
internal static class RemoveLineItemByKey
{
    /// <param name="LineItemKey">The line.</param>
    internal sealed record Data([property: Needed(PluginLines.NoKey)] string LineItemKey = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "remove_line_item_by_key",
        PluginScopes.ModifyCart,
        "Removes a line item the plugin added",
        """{"line_item_key":"gift"}""",
        PluginJson.Default.RemoveLineItemByKey,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (order.Line(data.LineItemKey) is not { } line)
            return order;
        if (line.AddedByPlugin != context.Plugin.Uuid)
            return Problem.Invalid("line_item_key", "The plugin did not add this line.");
        return order with
        {
            LineItems = order.LineItems.Remove(line),
            Taxes = order.Taxes is { } taxes ? taxes with { Lines = taxes.Lines.Remove(line.Key) } : null,
            Plugins = order.Plugins.WithoutPriceAdjustments(line.Key),
        };
    }
}
