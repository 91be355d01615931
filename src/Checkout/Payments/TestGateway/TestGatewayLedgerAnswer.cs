using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Payments.TestGateway;

/// <summary>
/// The answer of <c>GET /test-gateway/ledger?order=</c> (docs/contract/payments.md#test-gateway-ledger). Amounts in
/// minor units.
/// </summary>
public sealed record TestGatewayLedgerAnswer(
    string PublicOrderId,
    long Authorized,
    long Captured,
    long Voided,
    long Refunded,
    ImmutableArray<TestGatewayLedgerLine> Entries
)
{
    public static TestGatewayLedgerAnswer Of(TestGatewayAccount account) =>
        new(
            account.PublicOrderId,
            account.Total(TransactionKind.Authorize),
            account.Total(TransactionKind.Capture),
            account.Total(TransactionKind.Void),
            account.Total(TransactionKind.Refund),
            [.. account.Entries.Select(TestGatewayLedgerLine.Of)]
        );
}
