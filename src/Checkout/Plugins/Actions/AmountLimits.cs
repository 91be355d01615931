using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Plugins.Actions;

/// <summary>What a plugin may ask for at most: far above any real order, far below where integers end.</summary>
internal static class AmountLimits
{
    /// <summary>Minor units that one field may hold.</summary>
    public const long Field = 1_000_000_000_000;

    /// <summary>Units of a line.</summary>
    public const long Quantity = 1_000_000;

    /// <summary>Per cent that one fee may be.</summary>
    public const decimal Percentage = 1_000m;

    private const decimal Total = 1_000_000_000_000_000m;

    public static Problem Exceeded => Problem.Order("order_total", "The order would cost more than an order may.", "amount_limit");

    public static bool Hold(Order order)
    {
        var subtotal = order.LineItems.Sum(line => ((decimal)line.Price * line.Quantity) + line.Fees.Sum(fee => (decimal)fee.Amount));
        var fees = order.Fees.Sum(fee => fee.Kind is AmountKind.Fixed ? fee.Value : subtotal * fee.Value / 100m);
        var discounts = order.Discounts.All(discount => discount.Value <= Total);
        return discounts && subtotal + fees + (order.Shipping.Selected?.Amount ?? 0) <= Total;
    }
}
