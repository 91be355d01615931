using System.Collections.Immutable;

namespace Checkout.Payments.TestGateway;

/// <summary>The answer of <c>GET /test-gateway/ledger?order=</c> (reference/wire-contract.md, H15). Amounts in minor units.</summary>
public sealed record TestGatewayLedgerAnswer(
    string PublicOrderId,
    long Authorized,
    long Captured,
    long Voided,
    long Refunded,
    ImmutableArray<TestGatewayLedgerLine> Entries)
{
    public static TestGatewayLedgerAnswer Of(TestGatewayAccount account) => new(
        account.PublicOrderId,
        account.Total(TransactionKind.Authorize),
        account.Total(TransactionKind.Capture),
        account.Total(TransactionKind.Void),
        account.Total(TransactionKind.Refund),
        [.. account.Entries.Select(TestGatewayLedgerLine.Of)]);
}

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
    DateTimeOffset LastAt)
{
    public static TestGatewayLedgerLine Of(TestGatewayEntry entry) => new(
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
        entry.LastAt);
}
