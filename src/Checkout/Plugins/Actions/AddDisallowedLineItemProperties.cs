using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Names line item properties that the platform is not told of.</summary>
internal static class AddDisallowedLineItemProperties
{
    internal sealed record Data(IReadOnlyList<string>? DisallowedLineItemProperties = null);

    public static readonly PluginAction Action = PluginAction.Of(
        "add_disallowed_line_item_properties",
        PluginScopes.ModifyOrder,
        "Leaves properties out of the platform order",
        PluginJson.Default.AddDisallowedLineItemProperties,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.DisallowedLineItemProperties is null
            ? Problem.Invalid("disallowed_line_item_properties", "The properties are missing.")
            : order with
            {
                Plugins = order.Plugins with
                {
                    DisallowedLineItemProperties =
                    [
                        .. order.Plugins.DisallowedLineItemProperties.Union(data.DisallowedLineItemProperties, StringComparer.Ordinal),
                    ],
                },
            };
}
