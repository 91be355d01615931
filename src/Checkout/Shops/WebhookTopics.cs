using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>What a shop can subscribe to (docs/contract/webhooks.md#topics); the id is what clients register by.</summary>
public sealed record WebhookTopic(int Id, string Name)
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

    /// <summary>The ids of order/created and order/fulfilled are those that clients know.</summary>
    public static readonly ImmutableArray<WebhookTopic> All =
    [
        new(1, OrderCreated),
        new(2, OrderProcessed),
        new(3, OrderFulfilled),
        new(4, OrderCancelled),
        new(5, OrderRefunded),
        new(6, PaymentCaptured),
        new(7, PaymentFailed),
        new(8, CheckoutAbandoned),
        new(9, OrderPaymentDue),
        new(10, PaymentDisputed),
    ];
}
