using System.Collections.Concurrent;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Checkout.Running;

namespace Checkout.Gateways.TestGateway;

/// <summary>
/// The gateway of demo shops and tests (driver <c>test</c>). The token decides the outcome, the ledger remembers it
/// by idempotency key, and the limits that a processor holds are held: captured and voided never exceed authorized,
/// refunded never exceeds captured.
/// </summary>
public sealed class TestPaymentGateway(ITestGatewayLedger ledger, TimeProvider clock) : IPaymentGateway
{
    public const string DriverName = "test";
    private const int Remembered = 1_000;

    // What this process saw last. A write shows whether it is still so, which spares a reading for most questions.
    private readonly ConcurrentDictionary<string, TestGatewayAccount> recent = new(StringComparer.Ordinal);

    public Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
        Answer(TestGatewayRequest.Of(authorization), cancellation);

    public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
        Answer(TestGatewayRequest.Of(TransactionKind.Capture, capture), cancellation);

    public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) =>
        Answer(TestGatewayRequest.Of(TransactionKind.Void, @void), cancellation);

    public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
        Answer(TestGatewayRequest.Of(TransactionKind.Refund, refund), cancellation);

    public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
        Write(
            confirmation.PublicOrderId,
            account =>
            {
                var kept = account.ByKey(confirmation.IdempotencyKey);
                if (kept is null || !string.Equals(kept.Outcome.Reference, confirmation.Reference, StringComparison.Ordinal))
                    return (null, GatewayOutcome.Declined("invalid_reference", "No authorization has this reference."));
                if (kept.Outcome.Kind is not GatewayOutcomeKind.NeedsAction || !(confirmation.ByShopper || confirmation.IsGivenUp))
                    return (null, kept.Outcome);
                if (confirmation.IsGivenUp)
                {
                    var dropped = GatewayOutcome.Declined(GatewayCodes.AuthorizationCanceled, "The payment was not confirmed.");
                    return (
                        kept with
                        {
                            Outcome = dropped with { Reference = confirmation.Reference },
                            LastAt = clock.GetUtcNow(),
                        },
                        dropped
                    );
                }

                var token = TestToken.Find(kept.Token)!;
                var confirmed = token.On(GatewayOutcome.Succeeded(confirmation.Reference));
                return (kept with { Outcome = confirmed, LastAt = clock.GetUtcNow() }, confirmed);
            },
            cancellation
        );

    public async Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
        (await ledger.Load(lookUp.PublicOrderId, cancellation)).ByKey(lookUp.IdempotencyKey)?.Outcome;

    private Task<GatewayOutcome> Answer(TestGatewayRequest request, CancellationToken cancellation) =>
        Write(
            request.PublicOrderId,
            account =>
            {
                if (account.ByKey(request.IdempotencyKey) is { } kept && !TestGatewayRules.SameQuestion(kept, request))
                    return (
                        null,
                        GatewayOutcome.Declined(GatewayCodes.IdempotencyMismatch, "The key was used before with other parameters.")
                    );

                var entry = TestGatewayRules.Decide(account, request, clock.GetUtcNow());
                return (entry, TestGatewayRules.Tell(entry));
            },
            cancellation
        );

    /// <summary>
    /// Decides on the account as this process knows it and writes only if it still is that. A lost race means that another
    /// caller won one; then, and before an answer without a write, the account is read.
    /// </summary>
    private async Task<GatewayOutcome> Write(
        string publicOrderId,
        Func<TestGatewayAccount, (TestGatewayEntry? Entry, GatewayOutcome Outcome)> decide,
        CancellationToken cancellation
    )
    {
        var account = recent.GetValueOrDefault(publicOrderId) ?? new TestGatewayAccount(publicOrderId, [], Version: null);
        for (var lost = 0; ; lost++)
        {
            var (entry, outcome) = decide(account);
            if (entry is not null && await ledger.Save(account, entry, cancellation) is { } saved)
            {
                Remember(saved);
                return outcome;
            }

            if (entry is null && lost > 0)
                return outcome;
            if (lost > 1)
                await Backoff.Wait(lost - 1, clock, cancellation);
            account = await ledger.Load(publicOrderId, cancellation);
        }
    }

    private void Remember(TestGatewayAccount account)
    {
        if (recent.Count >= Remembered)
            recent.Clear();
        recent[account.PublicOrderId] = account;
    }
}
