using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Money that was charged for an order that is canceled. Nothing here charges a canceled order, and none with a charge is
/// canceled: it was charged elsewhere, and goes back to the shopper.
/// </summary>
public static class ChargedInVain
{
    public static bool By(Order order) =>
        order.Status is OrderStatus.Canceled && order.Payments.Any(p => p.Transactions.Any(t => p.RefundableOf(t) > 0));
}
