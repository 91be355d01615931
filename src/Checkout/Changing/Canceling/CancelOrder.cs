using Checkout.Orders;

namespace Checkout.Changing.Canceling;

/// <summary>
/// Cancels an order; its holds are voided after it (docs/contract/backend.md#cancel). Refused once anything was
/// captured or fulfilled: order/public_order_id/validation/not_cancellable (docs/contract/decisions.md#d9). Canceling
/// again changes nothing.
/// </summary>
public static class CancelOrder
{
    public static Result<Order> Decide(Order order, string? reason, Occasion occasion)
    {
        if (order.Status is OrderStatus.Canceled)
            return order;
        if (order.Status is OrderStatus.Processing)
            return Problem.Locked();
        if (order.Payments.Any(p => p.Transactions.Any(t => t.Kind is TransactionKind.Capture && t.Status is not TransactionStatus.Failed)))
            return Refused("The order cannot be canceled: a payment was captured. Refund it instead.");
        if (order.LineItems.Any(line => line.FulfilledQuantity > 0))
            return Refused("The order cannot be canceled: items were fulfilled.");
        return (order with { Status = OrderStatus.Canceled, CanceledAt = occasion.At, CancelReason = reason })
            .Record("order.canceled", occasion, detail: reason);
    }

    private static Problem Refused(string message) => Problem.Order("public_order_id", message, "not_cancellable");
}
