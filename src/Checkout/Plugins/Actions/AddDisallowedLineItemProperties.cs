using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Names line item properties that the platform is not told of.</summary>
internal static class AddDisallowedLineItemProperties
{
    /// <param name="DisallowedLineItemProperties">Names of properties.</param>
    internal sealed record Data(
        [property: Needed("The properties are missing.")] IReadOnlyList<string>? DisallowedLineItemProperties = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "add_disallowed_line_item_properties",
        PluginScopes.ModifyOrder,
        "Leaves properties out of the platform order",
        """{"disallowed_line_item_properties":["is_gift"]}""",
        PluginJson.Default.AddDisallowedLineItemProperties,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order with
        {
            Plugins = order.Plugins with
            {
                DisallowedLineItemProperties =
                [
                    .. order.Plugins.DisallowedLineItemProperties.Union(data.DisallowedLineItemProperties!, StringComparer.Ordinal),
                ],
            },
        };
}
