using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Asks the plugin instead of the built-in rules for tax rates.</summary>
internal static class OverrideTax
{
    public static readonly PluginAction Action = PluginAction.Of(
        "override_tax",
        PluginScopes.ProvideTaxRates,
        "Hands tax rates to the plugin",
        """{"url":"https://plugin.example.com/tax"}""",
        PluginJson.Default.OverrideUrl,
        Apply
    );

    private static Result<Order> Apply(Order order, OverrideUrl data, ActionContext context) => data.Set(order, OverrideKinds.Tax, context);
}
