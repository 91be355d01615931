using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;

namespace Checkout.Gateways.TestGateway;

/// <summary>
/// The gateway of demo shops and tests (driver <c>test</c>). The token decides the outcome, the ledger remembers it
/// by idempotency key, and the limits that a processor holds are held: captured and voided never exceed authorized,
/// refunded never exceeds captured.
/// </summary>
public sealed class TestPaymentGateway(ITestGatewayLedger ledger, TimeProvider clock) : IPaymentGateway
{
    public const string DriverName = "test";

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
                    return (null, GatewayOutcome.Declined("invalid_reference", "No authorization bears this reference."));
                if (kept.Outcome.Kind is not GatewayOutcomeKind.NeedsAction || !confirmation.ByShopper)
                    return (null, kept.Outcome);

                var token = TestToken.Find(kept.Token)!;
                var confirmed = GatewayOutcome.Succeeded(confirmation.Reference) with { Brand = token.Brand, LastFour = token.LastFour };
                return (kept with { Outcome = confirmed, LastAt = clock.GetUtcNow() }, confirmed);
            },
            cancellation);

    public async Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
        (await ledger.Load(lookUp.PublicOrderId, cancellation)).ByKey(lookUp.IdempotencyKey)?.Outcome;

    private Task<GatewayOutcome> Answer(TestGatewayRequest request, CancellationToken cancellation) =>
        Write(
            request.PublicOrderId,
            account =>
            {
                if (account.ByKey(request.IdempotencyKey) is { } kept && !TestGatewayRules.SameQuestion(kept, request))
                    return (null, GatewayOutcome.Declined(GatewayCodes.IdempotencyMismatch, "The key was used before with other parameters."));

                var entry = TestGatewayRules.Decide(account, request, clock.GetUtcNow());
                return (entry, TestGatewayRules.Tell(entry));
            },
            cancellation);

    /// <summary>Decides on the account as it is and writes only if it still is; every lost race means that another caller won one.</summary>
    private async Task<GatewayOutcome> Write(
        string publicOrderId,
        Func<TestGatewayAccount, (TestGatewayEntry? Entry, GatewayOutcome Outcome)> decide,
        CancellationToken cancellation)
    {
        for (var lost = 0; ; lost++)
        {
            var account = await ledger.Load(publicOrderId, cancellation);
            var (entry, outcome) = decide(account);
            if (entry is null || await ledger.Save(account, entry, cancellation))
                return outcome;

            if (lost > 0)
                await Backoff.Wait(lost, clock, cancellation);
        }
    }
}
