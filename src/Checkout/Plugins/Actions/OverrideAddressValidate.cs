using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Asks the plugin instead of the built-in rules for address validation.</summary>
internal static class OverrideAddressValidate
{
    public static readonly PluginAction Action = PluginAction.Of(
        "override_address_validate",
        PluginScopes.ProvideAddressValidation,
        "Hands address validation to the plugin",
        """{"url":"https://plugin.example.com/address"}""",
        PluginJson.Default.OverrideUrl,
        Apply
    );

    private static Result<Order> Apply(Order order, OverrideUrl data, ActionContext context) =>
        data.Set(order, OverrideKinds.AddressValidate, context);
}
