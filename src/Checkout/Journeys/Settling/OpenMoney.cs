using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Journeys.Settling;

/// <summary>
/// When somebody has to look at an order's money again. Whoever leaves an order, finished with it or overtaken by
/// another, leaves a wake-up for that time: money that may have moved is never left to chance.
/// </summary>
public static class OpenMoney
{
    /// <summary>Null when nothing about its money is open.</summary>
    public static DateTimeOffset? LookAgainAt(Order order, Shop shop, DateTimeOffset now)
    {
        // The gateway has not answered, or a processed order's own steps are not all done, or money or goods are to be given back.
        if (
            order.Payments.Any(p => p.HasPending)
            || order is { Status: OrderStatus.Processed, Journal.IsFinished: false }
            || IsToBeGivenBack(order)
        )
            return now + MoneyCalls.ReconcileAfter;
        return !order.IsFinal && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper) ? ReleasedAt(order, shop) : null;
    }

    /// <summary>Money is held or charged for nothing, or units are owed to the stock.</summary>
    public static bool IsToBeGivenBack(Order order) => HeldInVain.By(order) || ChargedInVain.By(order) || order.OwedStock is not null;

    /// <summary>When the shop's time for an order that is not finished is up: what is held for it is released.</summary>
    public static DateTimeOffset ReleasedAt(Order order, Shop shop) =>
        order.CreatedAt.AddHours(shop.Checkout.ReleaseHeldPaymentsAfterHours);
}
