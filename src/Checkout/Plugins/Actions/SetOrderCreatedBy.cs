using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Names the system that the order came from.</summary>
internal static class SetOrderCreatedBy
{
    /// <param name="CreatedBy">The name.</param>
    internal sealed record Data([property: Needed("The name is empty.")] string CreatedBy = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_order_created_by",
        PluginScopes.ModifyOrder,
        "Names where the order came from",
        """{"created_by":"My plugin"}""",
        PluginJson.Default.SetOrderCreatedBy,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) => order with { CreatedVia = data.CreatedBy };
}
