using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Asks the plugin instead of the built-in rules for the inventory check. Its scope is that of shipping
/// (docs/contract/plugins.md#actions).
/// </summary>
internal static class OverrideInventory
{
    public static readonly PluginAction Action = PluginAction.Of(
        "override_inventory",
        PluginScopes.ProvideShippingRates,
        "Hands the inventory check to the plugin",
        """{"url":"https://plugin.example.com/inventory"}""",
        PluginJson.Default.OverrideUrl,
        Apply
    );

    private static Result<Order> Apply(Order order, OverrideUrl data, ActionContext context) =>
        data.Set(order, OverrideKinds.Inventory, context);
}
