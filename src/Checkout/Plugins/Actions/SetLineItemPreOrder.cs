using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Marks a line as a pre-order.</summary>
internal static class SetLineItemPreOrder
{
    internal sealed record Data(string LineItemKey = "", bool? PreOrder = null);

    // The public pages spell it in two ways (docs/contract/decisions.md#d16).
    public static readonly PluginAction Action = PluginAction
        .Of(
            "set_line_item_pre_order",
            PluginScopes.ModifyCart,
            "Marks a line item as a pre-order",
            PluginJson.Default.SetLineItemPreOrder,
            Apply
        )
        .Also("set_line_item_preorder");

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.PreOrder is not { } preOrder
            ? Problem.Invalid("pre_order", "The flag is missing.")
            : order.ChangeLine(data.LineItemKey, line => line with { IsPreOrder = preOrder });
}
