using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>A refund that a gateway took and could not pay out: the money is with the merchant again.</summary>
public static class FailedRefund
{
    /// <param name="detail">On the timeline: why, or where that was learned.</param>
    public static Order Record(
        Order order,
        string paymentId,
        PaymentTransaction refund,
        string code,
        string? message,
        string detail,
        Occasion occasion
    ) =>
        order
            .With(order.Payment(paymentId)!.With(refund.FailRefund(code, message, occasion.At)))
            .Record("payment.refund_failed", occasion, refund.Amount, paymentId, refund.GatewayReference, detail);
}
