using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Simulation.Gateways;

internal sealed record LedgerEntry(
    string Key,
    TransactionKind Kind,
    string PaymentId,
    string Order,
    long Amount,
    string? Parent,
    GatewayOutcome Outcome
);

/// <summary>What the gateway really did, by key: the other side of the books.</summary>
internal sealed class GatewayLedger
{
    public Dictionary<string, LedgerEntry> Entries { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// A gateway that does each key's work once and remembers it. It may decline, and it may stay silent before or after it
/// did the work.
/// </summary>
internal sealed class SimulatedGateway(GatewayLedger ledger, Outside outside, Faults faults, Random chance, Sabotage sabotage)
    : IPaymentGateway,
        IPaymentGateways
{
    public IPaymentGateway? Driver(string name) => this;

    public Task<GatewayOutcome> Authorize(GatewayAuthorization a, CancellationToken cancellation) =>
        Ask(
            a.IdempotencyKey,
            TransactionKind.Authorize,
            a.PaymentId,
            a.PublicOrderId,
            a.Amount,
            parent: null,
            () => a.Token == "tok_decline" || chance.Next(12) == 0 ? GatewayOutcome.Declined(GatewayCodes.Declined, "Declined.") : null
        );

    public Task<GatewayOutcome> Capture(GatewayMovement m, CancellationToken cancellation) =>
        Ask(
            m.IdempotencyKey,
            TransactionKind.Capture,
            m.PaymentId,
            m.PublicOrderId,
            m.Amount,
            m.Reference,
            () =>
                m.Amount > Left(m.Reference) ? GatewayOutcome.Declined("over_captured", "More than was authorized.")
                : chance.Next(20) == 0 ? GatewayOutcome.Declined(GatewayCodes.AuthorizationExpired, "Expired.")
                : null
        );

    public Task<GatewayOutcome> Void(GatewayMovement m, CancellationToken cancellation) =>
        Ask(m.IdempotencyKey, TransactionKind.Void, m.PaymentId, m.PublicOrderId, m.Amount, m.Reference, () => null);

    public Task<GatewayOutcome> Refund(GatewayMovement m, CancellationToken cancellation) =>
        Ask(
            m.IdempotencyKey,
            TransactionKind.Refund,
            m.PaymentId,
            m.PublicOrderId,
            m.Amount,
            m.Reference,
            () => m.Amount > Left(m.Reference) ? GatewayOutcome.Declined("over_refunded", "More than was captured.") : null
        );

    public Task<GatewayOutcome> Confirm(GatewayConfirmation c, CancellationToken cancellation) =>
        Task.FromResult(GatewayOutcome.Unknown("Nothing needs confirming here."));

    public Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
        Task.FromResult(ledger.Entries.GetValueOrDefault(lookUp.IdempotencyKey)?.Outcome);

    private async Task<GatewayOutcome> Ask(
        string key,
        TransactionKind kind,
        string paymentId,
        string order,
        long amount,
        string? parent,
        Func<GatewayOutcome?> decline
    )
    {
        await outside.Await();
        if (faults.Happens("gateway silent before", 20))
            return GatewayOutcome.Unknown("No answer.");
        if (sabotage is Sabotage.EveryTryHasItsOwnKey && ledger.Entries.ContainsKey(key))
            key = $"{key}~{ledger.Entries.Count}";
        if (!ledger.Entries.TryGetValue(key, out var entry))
        {
            var outcome = decline() ?? GatewayOutcome.Succeeded($"g{ledger.Entries.Count + 1}");
            ledger.Entries.Add(key, entry = new LedgerEntry(key, kind, paymentId, order, amount, parent, outcome));
        }

        await outside.Await();
        return faults.Happens("gateway silent after", 20) ? GatewayOutcome.Unknown("No answer.") : entry.Outcome;
    }

    private long Left(string reference) =>
        ledger.Entries.Values.First(e => e.Outcome.Reference == reference).Amount
        - ledger.Entries.Values.Where(e => e.Parent == reference && e.Outcome.Kind is GatewayOutcomeKind.Succeeded).Sum(e => e.Amount);
}
