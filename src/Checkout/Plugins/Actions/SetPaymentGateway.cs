using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Orders the gateways of the checkout page; those without a priority come last, as listed.</summary>
internal static class SetPaymentGateway
{
    private const string NoGateways = "The gateways are missing.";

    /// <param name="Gateways">Those that come first.</param>
    internal sealed record Data([property: Needed(NoGateways), Filled(NoGateways)] IReadOnlyList<Entry>? Gateways = null);

    /// <param name="PublicId">The gateway.</param>
    /// <param name="Priority">Lower comes first.</param>
    internal sealed record Entry(
        [property: Needed("The public id of the gateway is missing.")] string PublicId = "",
        long? Priority = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_payment_gateway",
        PluginScopes.ModifyPaymentGateways,
        "Orders the payment gateways",
        """{"gateways":[{"public_id":"testgateway00000000000000000000000000000000000000000000000000001","priority":1}]}""",
        PluginJson.Default.SetPaymentGateway,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order with
        {
            Plugins = order.Plugins with
            {
                GatewayPriorities =
                [
                    .. data.Gateways!.OrderBy(g => g.Priority ?? long.MaxValue)
                        .Select(g => new GatewayPriority(g.PublicId, Place(g.Priority))),
                ],
            },
        };

    private static int? Place(long? priority) => priority is { } place ? (int)Math.Clamp(place, int.MinValue, int.MaxValue) : null;
}
