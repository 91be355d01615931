using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Viewing;

/// <summary>
/// What became of an order's money, in one word: the first rule that holds (docs/contract/backend.md#statuses). Only money
/// that moved counts, not what is on its way.
/// </summary>
public static class FinancialWords
{
    public const string Pending = "pending";
    public const string Authorized = "authorized";
    public const string PartiallyPaid = "partially_paid";
    public const string Paid = "paid";
    public const string PartiallyRefunded = "partially_refunded";
    public const string Refunded = "refunded";
    public const string Voided = "voided";
    public const string PaymentDue = "payment_due";

    public static string Of(Order order, OrderPrice price)
    {
        var captured = order.Payments.Sum(p => p.Captured);
        var refunded = order.Payments.Sum(p => p.Refunded);
        return order.PaymentDueAt is not null && CapturePayments.Outstanding(order) > 0 ? PaymentDue
            : captured > 0 && refunded >= captured ? Refunded
            : refunded > 0 ? PartiallyRefunded
            : captured >= price.Total && (captured > 0 || order.Status is OrderStatus.Processed) ? Paid
            : captured > 0 ? PartiallyPaid
            : order.Payments.Any(p => p.Held > 0) ? Authorized
            : order.Payments.Any(p => p.Voided > 0) ? Voided
            : Pending;
    }
}
