using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Removes a fee that the plugin added; nothing happens when there is none of that id.</summary>
internal static class RemoveFee
{
    /// <param name="Id">The plugin's own id of the fee.</param>
    internal sealed record Data([property: Needed("The id of the fee is missing.")] string Id = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "remove_fee",
        PluginScopes.AddFees,
        "Removes a fee the plugin added",
        """{"id":"gift-wrap"}""",
        PluginJson.Default.RemoveFee,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (order.Fees.FirstOrDefault(fee => fee.Id == data.Id) is not { } fee)
            return order;
        return fee.PluginUuid == context.Plugin.Uuid
            ? order with
            {
                Fees = order.Fees.Remove(fee),
            }
            : Problem.Invalid("id", "The plugin did not add this fee.");
    }
}
