using System.Net;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// Stripe (driver <c>stripe</c>): PaymentIntents that are captured by hand. Our idempotency key is Stripe's, and because
/// Stripe forgets keys after a day, each object also has a mark of the key in its metadata, by which it is found later.
/// </summary>
internal sealed partial class StripePaymentGateway(StripeAccounts accounts, TimeProvider clock) : IPaymentGateway
{
    public const string DriverName = "stripe";

    /// <summary>
    /// Keys can be removed from Stripe's memory after at least 24 hours
    /// (https://docs.stripe.com/api/idempotent_requests).
    /// </summary>
    private static readonly TimeSpan SurelyRemembered = TimeSpan.FromHours(23);

    /// <summary>Stripe's clock and ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any call to Stripe lasts.</summary>
    private static readonly TimeSpan StillRunning = TimeSpan.FromMinutes(2);
    private static readonly List<string> WithCharge = ["latest_charge"];

    public Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
        Ask(
            authorization.Gateway,
            async (client, stop) =>
            {
                if (StripeAmount.Of(authorization.Amount, authorization.Currency) is not { } amount)
                    return Imprecise(authorization.Currency);
                var intents = new PaymentIntentService(client);
                if (
                    clock.GetUtcNow() - authorization.IntendedAt > SurelyRemembered
                    && await FindIntent(intents, authorization.IdempotencyKey, stop) is { } earlier
                )
                    return StripeOutcomes.OfAuthorization(earlier);

                var settings = StripeSettings.Of(authorization.Gateway, authorization.ReturnUrl);
                var tender = StripeTender.Of(authorization.Token);
                var customer =
                    tender.Customer is null && (authorization is { Retain: true, Shopper.CustomerId.Length: > 0 } || settings.ReusesCards)
                        ? await StripeCustomers.FindOrCreate(authorization, client, stop)
                        : tender.Customer;
                PaymentIntent intent;
                try
                {
                    intent = await intents.CreateAsync(
                        StripeRequests.Authorize(authorization, settings, tender, amount, customer),
                        Key(authorization.IdempotencyKey),
                        stop
                    );
                }
                catch (StripeException fault)
                    when (fault.HttpStatusCode >= HttpStatusCode.InternalServerError && WasReplayed(fault.StripeResponse))
                {
                    // Stripe also remembers its own errors: the key alone will never tell what was done.
                    return await FindIntent(intents, authorization.IdempotencyKey, stop) is { } done
                        ? StripeOutcomes.OfAuthorization(done)
                        : StripeOutcomes.Of(fault);
                }
                catch (StripeException fault) when (fault.StripeError is { Type: "idempotency_error", Code: not "idempotency_key_in_use" })
                {
                    return await OfOtherParameters(intents, authorization, amount, fault, stop);
                }

                // A repeated key is answered as it was the first time; whether the shopper confirmed since is asked again.
                if (intent.Status is "requires_action" or "requires_confirmation" or "processing" && WasReplayed(intent.StripeResponse))
                    intent = await intents.GetAsync(
                        intent.Id,
                        new PaymentIntentGetOptions { Expand = WithCharge },
                        cancellationToken: stop
                    );
                return StripeOutcomes.OfAuthorization(intent);
            },
            cancellation
        );

    public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
        Ask(
            capture.Gateway,
            async (client, stop) =>
            {
                if (StripeAmount.Of(capture.Amount, capture.Currency) is not { } amount)
                    return Imprecise(capture.Currency);
                var intents = new PaymentIntentService(client);
                var intent = await intents.GetAsync(
                    capture.Reference,
                    new PaymentIntentGetOptions { Expand = WithCharge },
                    cancellationToken: stop
                );
                if (intent.Metadata.ContainsKey(StripeMark.Of(capture.IdempotencyKey)))
                    return GatewayOutcome.Succeeded(intent.LatestChargeId);
                if (StripeOutcomes.CaptureRefusal(intent) is { } refusal)
                    return refusal;

                var captured = await intents.CaptureAsync(
                    intent.Id,
                    StripeRequests.Capture(intent, amount, capture.IdempotencyKey),
                    Key(capture.IdempotencyKey),
                    stop
                );
                return GatewayOutcome.Succeeded(captured.LatestChargeId);
            },
            cancellation
        );

    public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) =>
        Ask(
            @void.Gateway,
            async (client, stop) =>
            {
                var intents = new PaymentIntentService(client);
                var intent = await intents.GetAsync(@void.Reference, cancellationToken: stop);

                // What a single capture left over Stripe has released with it.
                if (intent.Status is "canceled" or "succeeded")
                    return GatewayOutcome.Succeeded(intent.Id);
                if (intent.Status is "requires_capture" && StripeAmount.Of(@void.Amount, @void.Currency) < intent.AmountCapturable)
                    return GatewayOutcome.Declined("partial_void", "Stripe releases an authorization as a whole.");

                // Of an intent that was captured in part this releases the rest (https://docs.stripe.com/api/payment_intents/cancel).
                await intents.CancelAsync(intent.Id, new PaymentIntentCancelOptions(), Key(@void.IdempotencyKey), stop);
                return GatewayOutcome.Succeeded(intent.Id);
            },
            cancellation
        );

    public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
        Ask(
            refund.Gateway,
            async (client, stop) =>
            {
                if (StripeAmount.Of(refund.Amount, refund.Currency) is not { } amount)
                    return Imprecise(refund.Currency);
                var refunds = new RefundService(client);
                var made =
                    await FindRefund(refunds, refund.Reference, refund.IdempotencyKey, stop)
                    ?? await refunds.CreateAsync(StripeRequests.Refund(refund, amount), Key(refund.IdempotencyKey), stop);
                return OfRefund(made);
            },
            cancellation
        );

    public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
        Ask(
            confirmation.Gateway,
            async (client, stop) =>
            {
                var intents = new PaymentIntentService(client);
                var intent = await intents.GetAsync(
                    confirmation.Reference,
                    new PaymentIntentGetOptions { Expand = WithCharge },
                    cancellationToken: stop
                );
                if (confirmation.IsGivenUp && intent.Status is "requires_action" or "requires_confirmation" or "requires_payment_method")
                    intent = await intents.CancelAsync(
                        intent.Id,
                        new PaymentIntentCancelOptions { Expand = WithCharge },
                        Key(confirmation.IdempotencyKey + "-give-up"),
                        stop
                    );
                else if (intent.Status is "requires_confirmation")
                    intent = await intents.ConfirmAsync(
                        intent.Id,
                        new PaymentIntentConfirmOptions { Expand = WithCharge },
                        Key(confirmation.IdempotencyKey + "-confirm"),
                        stop
                    );
                return StripeOutcomes.OfAuthorization(intent);
            },
            cancellation
        );

    private static GatewayOutcome Imprecise(string currency) =>
        GatewayOutcome.Declined("amount_not_chargeable", $"Stripe does not charge the smallest units of {currency}.");

    private static RequestOptions Key(string idempotencyKey) => new() { IdempotencyKey = idempotencyKey };

    private static bool WasReplayed(StripeResponse? response) =>
        response?.Headers.TryGetValues("Idempotent-Replayed", out var values) is true && values.Contains("true", StringComparer.Ordinal);

    /// <summary>
    /// Asks within the gateway's own time. The caller's cancellation is the caller's; any other end without an answer
    /// is unknown.
    /// </summary>
    private async Task<GatewayOutcome> Ask(
        GatewaySettings gateway,
        Func<IStripeClient, CancellationToken, Task<GatewayOutcome>> ask,
        CancellationToken cancellation
    )
    {
        if (await accounts.Find(gateway, cancellation) is not { } account)
            return GatewayOutcome.Declined(GatewayCodes.NotAvailable, "The payment gateway is not set up.");
        using var patience = new CancellationTokenSource(account.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await ask(account.Client, either.Token);
        }
        catch (StripeException fault)
        {
            return StripeOutcomes.Of(fault);
        }
        catch (BrokenCircuitException)
        {
            return GatewayOutcome.Unknown("Stripe has failed too often; it is left alone for a while.") with
            {
                Code = GatewayCodes.CircuitOpen,
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or IOException)
        {
            return GatewayOutcome.Unknown("Stripe could not be reached, or broke off.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return GatewayOutcome.Unknown("Stripe did not answer in time.");
        }
    }
}
