using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Asks the plugin instead of the built-in rules for discount codes.</summary>
internal static class OverrideDiscount
{
    public static readonly PluginAction Action = PluginAction.Of(
        "override_discount",
        PluginScopes.ProvideDiscounts,
        "Hands discount codes to the plugin",
        """{"url":"https://plugin.example.com/discount"}""",
        PluginJson.Default.OverrideUrl,
        Apply
    );

    private static Result<Order> Apply(Order order, OverrideUrl data, ActionContext context) =>
        data.Set(order, OverrideKinds.Discount, context);
}
