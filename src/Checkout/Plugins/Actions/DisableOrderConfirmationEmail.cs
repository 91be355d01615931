using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Keeps the platform from sending its confirmation e-mail.</summary>
internal static class DisableOrderConfirmationEmail
{
    public static readonly PluginAction Action = PluginAction.Of(
        "disable_order_confirmation_email",
        PluginScopes.ModifyOrderEmails,
        "Switches the confirmation e-mail off",
        """{}""",
        PluginJson.Default.NoData,
        Apply
    );

    private static Result<Order> Apply(Order order, NoData data, ActionContext context) =>
        order with
        {
            SendReceipt = false,
            Plugins = order.Plugins with { OrderConfirmationEmailDisabled = true },
        };
}
