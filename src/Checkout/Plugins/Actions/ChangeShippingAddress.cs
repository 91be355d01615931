using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Changes the shipping address; with update_billing the billing address becomes the shipping address that was there before,
/// and other plugins hear of it by billing_address_changed.
/// </summary>
internal static class ChangeShippingAddress
{
    /// <param name="UpdateBilling">The billing address becomes the shipping address that was there before.</param>
    /// <param name="DifferentBillingAddress">The page should select "Use a different billing address".</param>
    internal sealed record Data(bool UpdateBilling = false, bool? DifferentBillingAddress = null);

    public static readonly PluginAction Action = PluginAction.Of(
        "change_shipping_address",
        PluginScopes.ModifyShippingAddress,
        "Changes the shipping address",
        """
        {"first_name":"John","last_name":"Doe","company":"Cheese Boards","address":"50 Fultz Blvd","address2":"Suite 200",
        "city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA",
        "postal_code":"R3Y 0L6","phone":"204-555-0100","update_billing":true}
        """,
        PluginJson.Default.ChangeShippingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        PluginShipping.Relisted(
            order with
            {
                ShippingAddress = address.Read(),
                BillingAddress = data.UpdateBilling ? order.ShippingAddress ?? address.Read() : order.BillingAddress,
                Plugins = order.Plugins with
                {
                    DifferentBillingAddress = data.DifferentBillingAddress ?? order.Plugins.DifferentBillingAddress,
                },
            },
            context.Shop
        );
}
