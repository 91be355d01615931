using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Asks the plugin instead of the built-in rules for shipping rates.</summary>
internal static class OverrideShipping
{
    public static readonly PluginAction Action = PluginAction.Of(
        "override_shipping",
        PluginScopes.ProvideShippingRates,
        "Hands shipping rates to the plugin",
        """{"url":"https://plugin.example.com/shipping"}""",
        PluginJson.Default.OverrideUrl,
        Apply
    );

    private static Result<Order> Apply(Order order, OverrideUrl data, ActionContext context) =>
        data.Set(order, OverrideKinds.Shipping, context);
}
