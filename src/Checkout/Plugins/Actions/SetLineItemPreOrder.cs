using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Marks a line as a pre-order.</summary>
internal static class SetLineItemPreOrder
{
    /// <param name="LineItemKey">The line.</param>
    /// <param name="PreOrder">False takes it back.</param>
    internal sealed record Data(
        [property: Needed(PluginLines.NoKey)] string LineItemKey = "",
        [property: Needed("The flag is missing.")] bool? PreOrder = null
    );

    // The public pages spell it in two ways (docs/contract/decisions.md#d16).
    public static readonly PluginAction Action = PluginAction
        .Of(
            "set_line_item_pre_order",
            PluginScopes.ModifyCart,
            "Marks a line item as a pre-order",
            """{"line_item_key":"line-1","pre_order":true}""",
            PluginJson.Default.SetLineItemPreOrder,
            Apply
        )
        .Also("set_line_item_preorder");

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order.ChangeLine(data.LineItemKey, line => line with { IsPreOrder = data.PreOrder!.Value });
}
