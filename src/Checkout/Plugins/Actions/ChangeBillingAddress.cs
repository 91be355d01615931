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
        """
        {"first_name":"John","last_name":"Doe","company":"Cheese Boards","address":"50 Fultz Blvd","address2":"Suite 200",
        "city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA",
        "postal_code":"R3Y 0L6","phone":"204-555-0100"}
        """,
        PluginJson.Default.ChangeBillingAddress,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, PluginAddress address, ActionContext context) =>
        order with
        {
            BillingAddress = address.Read(),
        };
}
