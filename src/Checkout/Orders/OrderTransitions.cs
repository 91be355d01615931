namespace Checkout.Orders;

/// <summary>
/// Every step of an order from one status to the next, each with what it refuses: nothing else sets <see cref="Order.Status"/>.
/// </summary>
public static class OrderTransitions
{
    /// <summary>Closes an open order to other changes while it is made final. Refused: one that is being processed, or is final.</summary>
    public static Result<Order> BeginProcessing(this Order order) =>
        order.Status is OrderStatus.Open
            ? order with
            {
                Status = OrderStatus.Processing,
                ProcessAttempts = order.ProcessAttempts + 1,
            }
            : NotOpen(order);

    /// <summary>
    /// Opens an order again that could not be made final, as it was before the try: a Create Order that it was taken over from may
    /// go on with it. Refused: an order that is final.
    /// </summary>
    public static Result<Order> Reopen(this Order order) =>
        order switch
        {
            { Status: OrderStatus.Processed or OrderStatus.Canceled } => NotOpen(order),
            { Status: OrderStatus.Open, Journal: null or { TakenOver: false } } => order,
            _ => order with { Status = OrderStatus.Open, StockTaken = false, Journal = order.Journal?.GiveBack() },
        };

    /// <summary>Makes an order final that is being processed. Refused: one that is not, or is final already.</summary>
    /// <param name="capture">The shop's rule of the day: what the shop says later is for later orders.</param>
    public static Result<Order> Process(this Order order, CaptureSettings capture, Occasion occasion) =>
        order.Status switch
        {
            OrderStatus.Processing => (
                order with
                {
                    Status = OrderStatus.Processed,
                    ProcessedAt = occasion.At,
                    Capture = order.Capture ?? capture,
                }
            ).Record("order.processed", occasion),
            OrderStatus.Open => Problem.Order("public_order_id", "The order is not being processed.", "not_processing"),
            _ => NotOpen(order),
        };

    /// <summary>
    /// Notes that the platform has the order. One that was still open becomes final by it, and a Create Order that was making it is
    /// taken over. The same id again changes nothing. Refused: another id than before, an order that is being processed, a
    /// canceled one.
    /// </summary>
    /// <param name="capture">The shop's rule of the day.</param>
    public static Result<Order> Complete(this Order order, string platformOrderId, CaptureSettings capture, Occasion occasion)
    {
        if (order.Status is OrderStatus.Processing)
            return Problem.Locked();
        if (order.Status is OrderStatus.Canceled)
            return Canceled();
        var isFinal = order.Status is OrderStatus.Processed;
        if (isFinal && order.PlatformOrderId is { } known)
            return known == platformOrderId
                ? order
                : Problem.Invalid("platform_order_id", "The order already has another platform_order_id.");
        return (
            order with
            {
                PlatformOrderId = platformOrderId,
                Status = OrderStatus.Processed,
                ProcessedAt = order.ProcessedAt ?? occasion.At,
                Capture = order.Capture ?? capture,
                Journal = isFinal ? order.Journal : order.Journal?.TakeOver(),
            }
        ).Record("order.completed", occasion, detail: platformOrderId);
    }

    /// <summary>
    /// Cancels an order. Canceling again changes nothing. Refused: one that is being processed, and one of which anything was
    /// captured or fulfilled (not_cancellable).
    /// </summary>
    public static Result<Order> Cancel(this Order order, string? reason, Occasion occasion)
    {
        if (order.Status is OrderStatus.Canceled)
            return order;
        if (order.Status is OrderStatus.Processing)
            return Problem.Locked();
        if (order.Payments.Any(p => p.Transactions.Any(t => t is { Kind: TransactionKind.Capture, Status: not TransactionStatus.Failed })))
            return NotCancellable("The order cannot be canceled: a payment was captured. Refund it instead.");
        if (order.LineItems.Any(line => line.FulfilledQuantity > 0))
            return NotCancellable("The order cannot be canceled: items were fulfilled.");
        return Canceled(order, reason, occasion);
    }

    /// <summary>Cancels an order whose Create Order never came to its end, once its money is back. Refused: any other order.</summary>
    public static Result<Order> GiveUp(this Order order, string reason, Occasion occasion) =>
        order is { Status: OrderStatus.Processed, Journal.IsFinished: false }
            ? Canceled(order, reason, occasion)
            : NotCancellable("The order is not an unfinished Create Order.");

    private static Order Canceled(Order order, string? reason, Occasion occasion) =>
        (
            order with
            {
                Status = OrderStatus.Canceled,
                CanceledAt = occasion.At,
                CancelReason = reason,
                Journal = order.Journal?.Stop(Canceled()),
            }
        ).Record("order.canceled", occasion, detail: reason);

    private static Problem NotOpen(Order order) =>
        order.Status switch
        {
            OrderStatus.Processing => Problem.Locked(),
            OrderStatus.Canceled => Canceled(),
            _ => Problem.Processed(),
        };

    /// <summary>Why nothing more is done for an order.</summary>
    internal static Problem Canceled() => Problem.Order("public_order_id", "The order is canceled.", "canceled");

    private static Problem NotCancellable(string message) => Problem.Order("public_order_id", message, "not_cancellable");
}
