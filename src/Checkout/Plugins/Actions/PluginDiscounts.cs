using Checkout.Orders;

namespace Checkout.Plugins.Actions;

/// <summary>Discounts that actions put on an order.</summary>
internal static class PluginDiscounts
{
    /// <summary>Adds the discount, or puts it in the place of the one that the same action made before.</summary>
    public static Order WithDiscount(this Order order, OrderDiscount discount) =>
        order.Discounts.FirstOrDefault(d => d.Id == discount.Id) is { } before
            ? order with
            {
                Discounts = order.Discounts.Replace(before, discount),
            }
            : order with
            {
                Discounts = order.Discounts.Add(discount),
            };
}
