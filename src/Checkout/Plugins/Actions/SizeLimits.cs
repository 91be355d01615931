using Checkout.Orders;

namespace Checkout.Plugins.Actions;

/// <summary>
/// How much text and how many things plugins may hang on an order: less than the order may hold in all (<see cref="OrderSize"/>).
/// </summary>
internal static class SizeLimits
{
    private const int Things = 250;
    private const int Characters = 150_000;

    public static Problem Exceeded => OrderSize.Exceeded;

    public static bool Hold(Order order) =>
        order.LineItems.Length <= Things
        && order.Fees.Length <= Things
        && order.Discounts.Length <= Things
        && order.Plugins.ShippingAdjustments.Length <= Things
        && order.Plugins.PriceAdjustments.Length <= Things
        && order.MetaData.Tags.Length <= Things
        && OrderSize.TextOf(order) <= Characters;
}
