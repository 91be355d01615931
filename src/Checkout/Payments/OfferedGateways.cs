using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>
/// The gateways that a checkout page offers for an order: those of the currency a plugin asked for, and those a plugin gave
/// a priority first (docs/contract/shapes.md#initial_data).
/// </summary>
public static class OfferedGateways
{
    public static ImmutableArray<GatewaySettings> Of(Order order, Shop shop)
    {
        var offered = shop.Gateways.Where(g => order.GatewayCurrency is null || (g.Currency ?? shop.Currency) == order.GatewayCurrency);
        return [.. offered.OrderBy(g => Place(order, g))];
    }

    private static int Place(Order order, GatewaySettings gateway)
    {
        for (var i = 0; i < order.Plugins.GatewayPriorities.Length; i++)
            if (order.Plugins.GatewayPriorities[i].PublicId == gateway.PublicId)
                return i;
        return int.MaxValue;
    }
}
