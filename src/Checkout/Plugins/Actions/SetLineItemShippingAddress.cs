using Checkout.Changing.Addresses;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sends one line to an address of its own.</summary>
internal static class SetLineItemShippingAddress
{
    /// <param name="LineItemKey">The line.</param>
    internal sealed record Data([property: Needed(PluginLines.NoKey)] string LineItemKey = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_shipping_address",
        PluginScopes.ModifyCart,
        "Sets the shipping address of a line item",
        """
        {"first_name":"John","last_name":"Doe","company":"Cheese Boards","address":"50 Fultz Blvd","address2":"Suite 200",
        "city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA",
        "postal_code":"R3Y 0L6","phone":"204-555-0100","line_item_key":"line-1"}
        """,
        PluginJson.Default.SetLineItemShippingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        order
            .ChangeLine(data.LineItemKey, line => line with { ShippingAddress = address.Read(), Divided = null })
            .Then(sent => ShippingAddresses.Divided(sent, context.Shop, order));
}
