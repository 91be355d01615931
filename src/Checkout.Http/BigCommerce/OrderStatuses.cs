using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>This API's statuses, read off the order (docs/contract/bigcommerce.md#order).</summary>
internal static class OrderStatuses
{
    /// <summary>An authorization that was not charged counts as awaiting payment, as it does on the platform.</summary>
    public static string Of(Order order) =>
        order.Status switch
        {
            OrderStatus.Open => order.Payments.Length > 0 && order.Payments.All(p => p.HasFailed)
                ? "ORDER_STATUS_DECLINED"
                : "ORDER_STATUS_INCOMPLETE",
            OrderStatus.Processing => "ORDER_STATUS_PENDING",
            OrderStatus.Canceled => "ORDER_STATUS_CANCELLED",
            _ when IsRefunded(order) => "ORDER_STATUS_REFUNDED",
            _ when order.LineItems.All(line => line.FulfilledQuantity >= line.Quantity) => IsPaid(order) && !order.RequiresShipping
                ? "ORDER_STATUS_COMPLETED"
                : "ORDER_STATUS_SHIPPED",
            _ when order.LineItems.Any(line => line.FulfilledQuantity > 0) => "ORDER_STATUS_PARTIALLY_SHIPPED",
            _ when !IsPaid(order) => "ORDER_STATUS_AWAITING_PAYMENT",
            _ when order.Plugins.Bopis is { Enabled: true } => "ORDER_STATUS_AWAITING_PICKUP",
            _ when order.RequiresShipping => "ORDER_STATUS_AWAITING_FULFILLMENT",
            _ => "ORDER_STATUS_COMPLETED",
        };

    /// <summary>Of the hosted payment: to be made, made or waiting for the shopper's confirmation, done.</summary>
    public static string OfPayment(Order order) =>
        order.IsFinal ? "PAYMENT_STATUS_FINALIZE"
        : IsCovered(order) ? "PAYMENT_STATUS_ACKNOWLEDGE"
        : "PAYMENT_STATUS_INITIALIZE";

    /// <summary>The payments on the order will pay for it, if nothing declines.</summary>
    public static bool IsCovered(Order order)
    {
        var total = OrderPrice.Of(order).Total;
        return PaymentShare.Of(order.Payments, total).Sum(share => share.Amount) >= total;
    }

    public static bool IsPaid(Order order) => CapturePayments.Outstanding(order) == 0;

    private static bool IsRefunded(Order order) =>
        order.Payments.Sum(p => p.Captured) is > 0 and var captured && order.Payments.Sum(p => p.Refunded) >= captured;
}
