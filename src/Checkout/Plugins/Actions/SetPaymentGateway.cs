using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Orders the gateways of the checkout page; those without a priority come last, as listed.</summary>
internal static class SetPaymentGateway
{
    internal sealed record Data(IReadOnlyList<Entry>? Gateways = null);

    internal sealed record Entry(string PublicId = "", long? Priority = null);

    public static readonly PluginAction Action = PluginAction.Of(
        "set_payment_gateway",
        PluginScopes.ModifyPaymentGateways,
        "Orders the payment gateways",
        PluginJson.Default.SetPaymentGateway,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.Gateways is not { Count: > 0 } gateways)
            return Problem.Invalid("gateways", "The gateways are missing.");
        for (var i = 0; i < gateways.Count; i++)
            if (gateways[i] is not { PublicId.Length: > 0 })
                return Problem.Invalid($"gateways[{i}].public_id", "The public id of the gateway is missing.");
        return order with
        {
            Plugins = order.Plugins with
            {
                GatewayPriorities =
                [
                    .. gateways.OrderBy(g => g.Priority ?? long.MaxValue).Select(g => new GatewayPriority(g.PublicId, Place(g.Priority))),
                ],
            },
        };
    }

    private static int? Place(long? priority) => priority is { } place ? (int)Math.Clamp(place, int.MinValue, int.MaxValue) : null;
}
