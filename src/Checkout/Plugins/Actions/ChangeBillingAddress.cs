using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Changes the billing address; other plugins hear of it by billing_address_changed.</summary>
internal static class ChangeBillingAddress
{
    internal sealed record Data;

    public static readonly PluginAction Action = PluginAction.Of(
        "change_billing_address",
        PluginScopes.ModifyOrder,
        "Changes the billing address",
        PluginJson.Default.ChangeBillingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        address.Read().Map(read => order with { BillingAddress = read });
}
