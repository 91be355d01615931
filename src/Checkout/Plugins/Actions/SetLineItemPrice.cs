using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets the price of a unit of a line, in minor units.</summary>
internal static class SetLineItemPrice
{
    private const string NoValue = "The value must be a number of minor units that is not negative.";

    /// <param name="LineItemKey">The line.</param>
    /// <param name="Value">Minor units for one unit of the line.</param>
    internal sealed record Data(
        [property: Needed(PluginLines.NoKey)] string LineItemKey = "",
        [property: Needed(NoValue), Between(NoValue, 0, AmountLimits.Field)] long? Value = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_price",
        PluginScopes.ModifyCart,
        "Sets the price of a line item",
        """{"line_item_key":"line-1","value":2000}""",
        PluginJson.Default.SetLineItemPrice,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order
            .ChangeLine(data.LineItemKey, line => line with { Price = data.Value!.Value })
            .Map(next => next with { Plugins = next.Plugins.WithoutPriceAdjustments(data.LineItemKey) });
}
