using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>What a shop can subscribe to (docs/contract/webhooks.md#topics); the id is what clients register by.</summary>
/// <param name="When">When it is sent.</param>
public sealed record WebhookTopic(int Id, string Name, string When)
{
    public const string OrderCreated = "order/created";
    public const string OrderProcessed = "order/processed";
    public const string OrderFulfilled = "order/fulfilled";
    public const string OrderCancelled = "order/cancelled";
    public const string OrderRefunded = "order/refunded";
    public const string PaymentCaptured = "payment/captured";
    public const string PaymentFailed = "payment/failed";
    public const string CheckoutAbandoned = "checkout/abandoned";
    public const string OrderPaymentDue = "order/payment_due";
    public const string PaymentDisputed = "payment/disputed";
    public const string OrderUpdated = "order/updated";
    public const string OrderSplit = "order/split";
    public const string RefundCreated = "refund/created";
    public const string RefundCompleted = "refund/completed";
    public const string RefundFailed = "refund/failed";

    /// <summary>The ids of order/created and order/fulfilled are those that clients know.</summary>
    public static readonly ImmutableArray<WebhookTopic> All =
    [
        new(1, OrderCreated, "The platform has the order."),
        new(2, OrderProcessed, "The order is placed."),
        new(3, OrderFulfilled, "Units are fulfilled: some, or the last of them."),
        new(4, OrderCancelled, "The order is canceled."),
        new(5, OrderRefunded, "A refund succeeded, one each."),
        new(6, PaymentCaptured, "A capture succeeded, one each."),
        new(7, PaymentFailed, "An authorization or capture failed, one each."),
        new(8, CheckoutAbandoned, "An open order with an e-mail address was left alone for the shop's time."),
        new(9, OrderPaymentDue, "The goods of the order went out, or its platform has it, and it was not paid in time."),
        new(10, PaymentDisputed, "A gateway tells of a dispute, an early fraud warning or a review of a payment, or that one has changed."),
        new(11, OrderUpdated, "A placed order changed in what its body shows; one a commit, behind its other events."),
        new(12, OrderSplit, "The platform got the order in parts."),
        new(13, RefundCreated, "A refund is about to be asked of the gateway."),
        new(14, RefundCompleted, "A refund succeeded."),
        new(15, RefundFailed, "A refund failed, or one that had succeeded was taken back."),
    ];
}
