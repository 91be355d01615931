using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets the price of a unit of a line, in minor units.</summary>
internal static class SetLineItemPrice
{
    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_price",
        PluginScopes.ModifyCart,
        "Sets the price of a line item",
        PluginJson.Default.LinePrice,
        Apply
    );

    private static Result<Order> Apply(Order order, LinePrice data, ActionContext context) =>
        data.Value is not { } value || value is < 0 or > AmountLimits.Field
            ? Problem.Invalid("value", "The value must be a number of minor units that is not negative.")
            : order
                .ChangeLine(data.LineItemKey, line => line with { Price = value })
                .Map(next => next with { Plugins = next.Plugins.WithoutPriceAdjustments(data.LineItemKey) });
}
