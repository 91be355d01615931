using Checkout.Changing.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sends one line to an address of its own.</summary>
internal static class SetLineItemShippingAddress
{
    internal sealed record Data(string LineItemKey = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_shipping_address",
        PluginScopes.ModifyCart,
        "Sets the shipping address of a line item",
        PluginJson.Default.SetLineItemShippingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        address
            .Read()
            .Then(read => order.ChangeLine(data.LineItemKey, line => line with { ShippingAddress = read, Divided = null }))
            .Then(sent => ShippingAddresses.Divided(sent, context.Shop, order));
}
