using Checkout.Changing.Placing;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>A change that plugins make to an order after it was submitted (docs/contract/plugins.md#amendable-orders).</summary>
public static class Amendment
{
    /// <summary>
    /// True while a processed order may still be amended: before the platform has it and within the delay that was
    /// asked for.
    /// </summary>
    public static bool IsOpen(Order order, DateTimeOffset at) =>
        order is { Status: OrderStatus.Processed, Plugins.Amendable: true, PlatformOrderId: null }
        && (
            order.Plugins.DelayPlatformOrderSeconds == 0
            || at <= order.ProcessedAt + TimeSpan.FromSeconds(order.Plugins.DelayPlatformOrderSeconds)
        );

    /// <summary>
    /// What the order would cost with the plugins' answers, minor units: what has to be held before they can apply. What it
    /// costs now when it cannot be amended.
    /// </summary>
    public static long Total(Order order, PluginAnswers answers, Shop shop, Occasion occasion) =>
        IsOpen(order, occasion.At) ? OrderPrice.Of(Amended(order, answers, shop, occasion)).Total : OrderPrice.Of(order).Total;

    /// <summary>What plugins would make of the order were it not placed: to be looked at, never to be kept.</summary>
    public static Order Amended(Order order, PluginAnswers answers, Shop shop, Occasion occasion)
    {
        var open = order.AsIfOpen();
        return FollowTaxes.Wherever(open, answers.Apply(open, shop, occasion), shop);
    }

    /// <summary>
    /// What was charged is given back by a refund, and by nothing else. What a gateway has been asked to charge counts, whatever
    /// becomes of it.
    /// </summary>
    public static Problem? Overcharged(Order next) =>
        next.Payments.Sum(p => p.Captured - p.Refunded + BeingCharged(p)) > OrderPrice.Of(next).Total
            ? Problem.Order("payment", "More was charged than the order would cost: refund it instead.", "payment")
            : null;

    /// <summary>
    /// Why an order cannot become what plugins made of it; null when it can. An order that is processed must be amendable,
    /// and the payments already authorized must cover what it costs then. An open order of which money was captured keeps its total.
    /// </summary>
    internal static Problem? Refusal(Order order, Order next, Shop shop, DateTimeOffset at)
    {
        if (!order.IsFinal)
            return order is { ProcessedAt: null, ClosedBecause: { } closed } && OrderPrice.Of(next).Total != OrderPrice.Of(order).Total
                ? closed
                : null;
        if (!IsOpen(order, at))
            return Problem.Order("is_processed", "The order is processed and cannot be amended.", "not_amendable");
        if (OrderDestinations.LackRate(next) && !OrderDestinations.LackRate(order))
            return Problem.Order("shipping_line", "A destination would have no shipping line.", "shipping_lines");
        if (order.Plugins.Overrides.ContainsKey(OverrideKinds.Tax) && OrderDestinations.IsDivided(next) && !IsTaxedThere(order, next))
            return Problem.Order("tax", "The tax override is not asked about another destination of a placed order.", "not_amendable");
        return Overcharged(next) ?? ProcessOrderRules.CheckPayments(next, next.Capture ?? shop.Checkout.Capture);
    }

    private static long BeingCharged(Payment payment) =>
        payment.Transactions.Where(t => t is { Kind: TransactionKind.Capture, Status: TransactionStatus.Pending }).Sum(t => t.Amount);

    private static bool IsTaxedThere(Order order, Order next) => order.Taxes is null || FollowTaxes.GoesNowhereElse(order, next);
}
