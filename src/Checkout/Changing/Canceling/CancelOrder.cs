using Checkout.Orders;

namespace Checkout.Changing.Canceling;

/// <summary>
/// Cancels an order; its holds are voided after it (docs/contract/backend.md#cancel). Refused once anything was
/// captured or fulfilled: order/public_order_id/validation/not_cancellable (docs/contract/decisions.md#d9). Canceling
/// again changes nothing. What a Create Order still does in the background stops with it.
/// </summary>
public static class CancelOrder
{
    public static Result<Order> Decide(Order order, string? reason, Occasion occasion) => order.Cancel(reason, occasion);
}
