using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Names the system that the order came from.</summary>
internal static class SetOrderCreatedBy
{
    internal sealed record Data(string CreatedBy = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_order_created_by",
        PluginScopes.ModifyOrder,
        "Names where the order came from",
        PluginJson.Default.SetOrderCreatedBy,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.CreatedBy.Length == 0 ? Problem.Invalid("created_by", "The name is empty.") : order with { CreatedVia = data.CreatedBy };
}
