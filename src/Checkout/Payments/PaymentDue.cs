using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// An order that went out and was not paid in time. Its goods cannot be called back, so it stays as it is, and people are
/// told that money is due.
/// </summary>
public static class PaymentDue
{
    /// <summary>The platform has the order, or units of it were shipped: it is not to be canceled by a program any more.</summary>
    public static bool WentOut(Order order) => order.PlatformOrderId is not null || order.LineItems.Any(line => line.FulfilledQuantity > 0);

    /// <summary>
    /// The order as one that people have to look after: what was left of a Create Order is not run any more, and what is
    /// still to be charged is told once. Holds stay, since they may pay for it.
    /// </summary>
    public static Order Decide(Order order, Occasion occasion)
    {
        var due = CapturePayments.Outstanding(order);
        var left = order with { Journal = order.Journal?.TakeOver() };
        return due == 0 || order.PaymentDueAt is not null
            ? left
            : (left with { PaymentDueAt = occasion.At }).Record("order.payment_due", occasion, due);
    }
}
