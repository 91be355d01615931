using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Writes what the gateway answered: pending becomes succeeded, failed or needs action. Settling twice changes nothing.</summary>
public static class SettleTransaction
{
    public static Order Decide(Order order, string paymentId, string transactionId, GatewayOutcome outcome, Occasion occasion)
    {
        if (
            order.Payment(paymentId) is not { } payment
            || payment.Transactions.FirstOrDefault(t => t.Id == transactionId) is not { } transaction
            || transaction.IsSettled
            || outcome.Kind is GatewayOutcomeKind.Unknown
        )
            return order;

        var settled = outcome.Kind switch
        {
            GatewayOutcomeKind.Succeeded => transaction.Succeed(outcome.Reference, occasion.At),
            GatewayOutcomeKind.NeedsAction => transaction.AwaitShopper(outcome.Reference, outcome.ClientSecret),
            _ => transaction.Fail(outcome.Code ?? GatewayCodes.Declined, outcome.Message, occasion.At),
        };
        var next = Learn(payment.With(settled), outcome);
        if (
            settled is { Kind: TransactionKind.Capture, FailureCode: GatewayCodes.AuthorizationExpired }
            && next.Transactions.FirstOrDefault(t => t.Id == settled.ParentId) is { } authorization
        )
            next = next.With(authorization with { Expired = true });
        if (settled is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Failed })
            order = order with { Declines = order.Declines + 1, DeclinedAt = occasion.At };
        return order
            .With(next)
            .Record(EventOf(settled), occasion, settled.Amount, payment.Id, settled.GatewayReference, DetailOf(settled, outcome));
    }

    private static Payment Learn(Payment payment, GatewayOutcome outcome) =>
        payment with
        {
            Brand = outcome.Brand ?? payment.Brand,
            LastFour = outcome.LastFour ?? payment.LastFour,
            Bin = outcome.Bin ?? payment.Bin,
            Expiration = outcome.Expiration ?? payment.Expiration,
            ReusableToken = outcome.ReusableToken ?? payment.ReusableToken,
        };

    private static string? DetailOf(PaymentTransaction settled, GatewayOutcome outcome) =>
        settled.FailureCode is { } code && outcome.Risk is { } risk
            ? $"{code}, {risk}"
            : settled.FailureCode ?? outcome.Risk ?? outcome.Note;

    private static string EventOf(PaymentTransaction transaction) =>
        (transaction.Kind, transaction.Status) switch
        {
            (TransactionKind.Authorize, TransactionStatus.Succeeded) => "payment.authorized",
            (TransactionKind.Authorize, TransactionStatus.NeedsAction) => "payment.needs_action",
            (TransactionKind.Authorize, _) => "payment.declined",
            (TransactionKind.Capture, TransactionStatus.Succeeded) => "payment.captured",
            (TransactionKind.Capture, _) => "payment.capture_failed",
            (TransactionKind.Void, TransactionStatus.Succeeded) => "payment.voided",
            (TransactionKind.Void, _) => "payment.void_failed",
            (TransactionKind.Refund, TransactionStatus.Succeeded) => "payment.refunded",
            _ => "payment.refund_failed",
        };
}
