using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Changes the shipping address; with update_billing the billing address becomes the shipping address that was there before,
/// and other plugins hear of it by billing_address_changed.
/// </summary>
internal static class ChangeShippingAddress
{
    internal sealed record Data(bool UpdateBilling = false, bool? DifferentBillingAddress = null);

    public static readonly PluginAction Action = PluginAction.Of(
        "change_shipping_address",
        PluginScopes.ModifyShippingAddress,
        "Changes the shipping address",
        PluginJson.Default.ChangeShippingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        address
            .Read()
            .Map(read =>
                PluginShipping.Relisted(
                    order with
                    {
                        ShippingAddress = read,
                        BillingAddress = data.UpdateBilling ? order.ShippingAddress ?? read : order.BillingAddress,
                        Plugins = order.Plugins with
                        {
                            DifferentBillingAddress = data.DifferentBillingAddress ?? order.Plugins.DifferentBillingAddress,
                        },
                    },
                    context.Shop
                )
            );
}
