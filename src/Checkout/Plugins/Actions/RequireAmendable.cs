using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Lets plugins amend the order after it was submitted: amend_order is raised then.</summary>
internal static class RequireAmendable
{
    public static readonly PluginAction Action = PluginAction.Of(
        "require_amendable",
        PluginScopes.AmendOrders,
        "Lets the order be amended after it was submitted",
        """{}""",
        PluginJson.Default.NoData,
        Apply
    );

    private static Result<Order> Apply(Order order, NoData data, ActionContext context) =>
        order with
        {
            Plugins = order.Plugins with { Amendable = true },
        };
}
