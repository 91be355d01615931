using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets the currency in which the order is shown; nothing is calculated with it.</summary>
internal static class SetDisplayCurrency
{
    public static readonly PluginAction Action = PluginAction.Of(
        "set_display_currency",
        PluginScopes.ModifyCurrency,
        "Sets the currency the order is shown in",
        """{"currency":"GBP","rate":0.55,"format_string":"£{{amount}}"}""",
        PluginJson.Default.SetCurrency,
        Apply
    );

    private static Result<Order> Apply(Order order, SetCurrency.Data data, ActionContext context) =>
        SetCurrency.Read(data, context.Shop.Currency).Map(currency => order with { DisplayCurrency = currency });
}
