using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Payments.TestGateway;

/// <param name="Entries">Oldest first.</param>
/// <param name="Version">The ledger's own; null when nothing was asked yet.</param>
public sealed record TestGatewayAccount(string PublicOrderId, ImmutableArray<TestGatewayEntry> Entries, string? Version)
{
    public TestGatewayEntry? ByKey(string idempotencyKey) =>
        Entries.FirstOrDefault(e => string.Equals(e.IdempotencyKey, idempotencyKey, StringComparison.Ordinal));

    /// <summary>The movement that succeeded under this reference.</summary>
    public TestGatewayEntry? Done(TransactionKind kind, string reference) =>
        Entries.FirstOrDefault(e => e.Kind == kind && e.Stands && string.Equals(e.Outcome.Reference, reference, StringComparison.Ordinal));

    /// <summary>Minor units that movements of a kind took from one authorization or capture.</summary>
    public long Taken(TransactionKind kind, string parent) =>
        Entries.Where(e => e.Kind == kind && e.Stands && string.Equals(e.Parent, parent, StringComparison.Ordinal)).Sum(e => e.Amount);

    /// <summary>The account with the entry added, or in the place of the one with its key.</summary>
    public TestGatewayAccount With(TestGatewayEntry entry, string version) =>
        this with
        {
            Entries = ByKey(entry.IdempotencyKey) is { } kept ? Entries.Replace(kept, entry) : Entries.Add(entry),
            Version = version,
        };

    /// <summary>Minor units that moved in all, whatever the currency.</summary>
    public long Total(TransactionKind kind) => Entries.Where(e => e.Kind == kind && e.Stands).Sum(e => e.Amount);
}
