namespace Checkout.Orders;

/// <summary>
/// Notes that the platform has the order (wire-contract.md, A1 number 6). The platform took the order together with its
/// own stock, so an order that was still open becomes processed without moving stock here. The same id again changes nothing.
/// </summary>
public static class CompleteOrder
{
    public static Result<Order> Decide(Order order, string platformOrderId, Occasion occasion)
    {
        if (string.IsNullOrWhiteSpace(platformOrderId))
            return Problem.Invalid("platform_order_id", "platform_order_id is missing.");
        if (order.Status is OrderStatus.Canceled)
            return Problem.Order("public_order_id", "The order is canceled.", "canceled");
        if (order.PlatformOrderId is { } known && order.IsProcessed)
            return known == platformOrderId ? order : Problem.Invalid("platform_order_id", "The order already has another platform_order_id.");
        return (order with
        {
            PlatformOrderId = platformOrderId,
            Status = OrderStatus.Processed,
            ProcessedAt = order.ProcessedAt ?? occasion.At,
        }).Record("order.completed", occasion, detail: platformOrderId);
    }
}
