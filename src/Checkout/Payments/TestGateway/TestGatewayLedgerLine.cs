using Checkout.Orders;

namespace Checkout.Payments.TestGateway;

/// <param name="Kind">authorize, capture, void or refund.</param>
/// <param name="Outcome">succeeded, declined, needs_action or unknown: what was really done, not what a caller was told.</param>
/// <param name="Times">How often the idempotency key came.</param>
public sealed record TestGatewayLedgerLine(
    string Kind,
    string PaymentId,
    string IdempotencyKey,
    long Amount,
    string Currency,
    string Outcome,
    string? Code,
    string? Reference,
    string? ParentReference,
    int Times,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt
)
{
    public static TestGatewayLedgerLine Of(TestGatewayEntry entry) =>
        new(
            entry.Kind switch
            {
                TransactionKind.Authorize => "authorize",
                TransactionKind.Capture => "capture",
                TransactionKind.Void => "void",
                _ => "refund",
            },
            entry.PaymentId,
            entry.IdempotencyKey,
            entry.Amount,
            entry.Currency,
            entry.Outcome.Kind switch
            {
                GatewayOutcomeKind.Succeeded => "succeeded",
                GatewayOutcomeKind.Declined => "declined",
                GatewayOutcomeKind.NeedsAction => "needs_action",
                _ => "unknown",
            },
            entry.Outcome.Code,
            entry.Outcome.Reference,
            entry.Parent,
            entry.Times,
            entry.FirstAt,
            entry.LastAt
        );
}
