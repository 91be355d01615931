using System.Globalization;
using System.Net;
using Checkout.Orders;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>Stripe's answers in the words of <see cref="IPaymentGateway"/>.</summary>
internal static class StripeOutcomes
{
    /// <summary>An authorization, by the status of its PaymentIntent (https://docs.stripe.com/payments/paymentintents/lifecycle).</summary>
    public static GatewayOutcome OfAuthorization(PaymentIntent intent) =>
        intent.Status switch
        {
            "requires_capture" or "succeeded" => Authorized(intent, intent.LatestCharge?.PaymentMethodDetails),
            "requires_action" or "requires_confirmation" => GatewayOutcome.NeedsAction(intent.Id, intent.ClientSecret),
            "requires_payment_method" => Declined(intent.LastPaymentError) with { Risk = Risk(intent.LatestCharge?.Outcome) },
            "canceled" => intent.CancellationReason is "automatic" or "expired"
                ? GatewayOutcome.Declined(GatewayCodes.AuthorizationExpired, "The authorization has expired.")
                : GatewayOutcome.Declined(GatewayCodes.AuthorizationCanceled, "The authorization was canceled."),
            _ => GatewayOutcome.Unknown($"The payment is {intent.Status}."),
        };

    private static GatewayOutcome Authorized(PaymentIntent intent, ChargePaymentMethodDetails? paidWith) =>
        GatewayOutcome.Succeeded(intent.Id) with
        {
            Brand = paidWith?.Card?.Brand ?? paidWith?.Type,
            LastFour = paidWith?.Card?.Last4,
            Expiration = paidWith?.Card is { ExpMonth: > 0 } card
                ? string.Create(CultureInfo.InvariantCulture, $"{card.ExpMonth:00}/{card.ExpYear:0000}")
                : null,
            ReusableToken = StripeTender.Reusable(intent),
            Risk = Risk(intent.LatestCharge?.Outcome),
        };

    /// <summary>What Radar thinks of the charge where a person should look at it (https://docs.stripe.com/radar/risk-evaluation).</summary>
    private static string? Risk(ChargeOutcome? outcome) =>
        outcome switch
        {
            { Type: "manual_review" } => $"risk review ({Level(outcome)})",
            { Type: "blocked" } => $"risk blocked ({Level(outcome)})",
            { RiskLevel: "elevated" or "highest" } => $"risk {Level(outcome)}",
            _ => null,
        };

    private static string Level(ChargeOutcome outcome) =>
        outcome.RiskScore > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{outcome.RiskLevel} {outcome.RiskScore}")
            : outcome.RiskLevel ?? "unknown";

    /// <summary>What became of an authorization; in minor units as ISO 4217 counts them.</summary>
    public static GatewayHold Hold(PaymentIntent intent) =>
        new(
            intent.Status switch
            {
                "succeeded" => GatewayHoldState.Closed,
                "canceled" => intent.CancellationReason is "automatic" or "expired" ? GatewayHoldState.Expired : GatewayHoldState.Canceled,
                _ => GatewayHoldState.Open,
            },
            StripeAmount.From(intent.AmountReceived, intent.Currency),
            StripeAmount.From(intent.LatestCharge?.AmountRefunded ?? 0, intent.Currency)
        )
        {
            ChargeReference = intent.LatestChargeId,
            IsDisputed = intent.LatestCharge?.Disputed ?? false,
        };

    /// <summary>Why an intent in this state cannot be captured; null when it can be.</summary>
    public static GatewayOutcome? CaptureRefusal(PaymentIntent intent) =>
        intent.Status switch
        {
            "requires_capture" => null,
            "succeeded" => GatewayOutcome.Declined(GatewayCodes.AuthorizationUsed, "The authorization was captured before."),
            "canceled" => OfAuthorization(intent),
            _ => GatewayOutcome.Declined("not_authorized", "The payment is not authorized."),
        };

    /// <summary>
    /// An error (https://docs.stripe.com/api/errors). Only what Stripe surely did not do is declined: a server error, a
    /// conflict with a running request and a rate limit leave it open, and the same key may be sent again.
    /// </summary>
    public static GatewayOutcome Of(StripeException fault) =>
        fault switch
        {
            { StripeError.Code: "charge_expired_for_capture" } => GatewayOutcome.Declined(
                GatewayCodes.AuthorizationExpired,
                "The authorization has expired."
            ),
            { StripeError.Code: "lock_timeout" or "idempotency_key_in_use" or "rate_limit" } => GatewayOutcome.Unknown(
                "Stripe is busy with the payment."
            ) with
            {
                Code = fault.StripeError.Code,
            },
            { StripeError.Type: "idempotency_error" } => GatewayOutcome.Declined(
                GatewayCodes.IdempotencyMismatch,
                "The key was used before with other parameters."
            ),
            { StripeError.Type: "card_error" } => Declined(fault.StripeError),
            { HttpStatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => GatewayOutcome.Declined(
                GatewayCodes.NotAvailable,
                "Stripe does not accept the API key."
            ),
            { HttpStatusCode: HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests } => GatewayOutcome.Unknown(
                "Stripe is busy with the payment."
            ),
            { HttpStatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, StripeError: not null } => Declined(
                fault.StripeError
            ),
            _ => GatewayOutcome.Unknown("Stripe did not give an answer that can be read."),
        };

    /// <summary>The reason to tell a shopper: decline codes of https://docs.stripe.com/declines/codes, then error codes.</summary>
    public static GatewayOutcome Declined(StripeError? error) =>
        GatewayOutcome.Declined(
            (error?.DeclineCode ?? error?.Code) switch
            {
                null or "" => GatewayCodes.Declined,
                "generic_decline" => "card_declined",

                // The issuer asks a merchant not to tell the shopper these (declines/codes, "next steps").
                "lost_card" or "stolen_card" or "fraudulent" or "merchant_blacklist" or "pickup_card" => "card_declined",
                "resource_missing" when error!.Param is "payment_method" or "confirmation_token" or "payment_method_data[card][token]" =>
                    GatewayCodes.InvalidToken,
                "token_already_used" or "payment_method_unactivated" => GatewayCodes.InvalidToken,
                "charge_already_refunded" => "amount_too_large",
                var code => code,
            },
            error?.Message is { Length: > 0 } message ? message : "The payment was declined."
        );
}
