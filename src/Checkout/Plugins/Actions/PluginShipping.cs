using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>What actions do to the shipping of an order.</summary>
internal static class PluginShipping
{
    /// <summary>Adds the adjustment, or puts it in the place of the one that the same action made before.</summary>
    public static Order AdjustShipping(this Order order, ShippingAdjustment adjustment)
    {
        var adjustments = order.Plugins.ShippingAdjustments;
        var before = adjustments.FirstOrDefault(a => a.Id == adjustment.Id);
        return Offered(
            order with
            {
                Plugins = order.Plugins with
                {
                    ShippingAdjustments = before is null ? adjustments.Add(adjustment) : adjustments.Replace(before, adjustment),
                },
            }
        );
    }

    /// <summary>The order with the lines it was offered, seen through what plugins have arranged now.</summary>
    public static Order Offered(Order order) => SelectShippingLine.Reoffer(order);

    /// <summary>
    /// Lines that were already listed, calculated again from the shop's own rates; those of an override stay until it is asked again.
    /// </summary>
    public static Order Relisted(Order order, Shop shop) =>
        IsListed(order) && !order.Plugins.Overrides.ContainsKey(OverrideKinds.Shipping) ? Relist.After(order, shop) : Offered(order);

    private static bool IsListed(Order order) => order.Shipping.Destinations is not null || !order.Shipping.Offered.IsEmpty;
}
