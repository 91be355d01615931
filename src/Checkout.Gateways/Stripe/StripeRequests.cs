using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>What is sent to Stripe. The same question makes the same parameters: Stripe compares them when a key comes again.</summary>
internal static class StripeRequests
{
    public static PaymentIntentCreateOptions Authorize(GatewayAuthorization authorization, long amount)
    {
        var options = new PaymentIntentCreateOptions
        {
            Amount = amount,
            Currency = authorization.Currency.ToLowerInvariant(),
            CaptureMethod = "manual",
            Confirm = true,
            AllowedPaymentMethodTypes = ["card"],
            PaymentMethodOptions = new PaymentIntentPaymentMethodOptionsOptions
            {
                Card = new PaymentIntentPaymentMethodOptionsCardOptions { RequestMulticapture = "if_available" },
            },
            SetupFutureUsage = authorization.Retain ? "off_session" : null,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [StripeMark.Key] = StripeMark.Of(authorization.IdempotencyKey),
                [StripeMark.PublicOrderId] = authorization.PublicOrderId,
                [StripeMark.PaymentId] = authorization.PaymentId,
                [StripeMark.Shop] = authorization.ShopIdentifier,
            },
            Expand = ["latest_charge"],
        };
        if (authorization.Token.StartsWith("ctoken_", StringComparison.Ordinal))
            options.ConfirmationToken = authorization.Token;
        else if (!authorization.Token.StartsWith("tok_", StringComparison.Ordinal))
            options.PaymentMethod = authorization.Token;
        else
        {
            // Tokens of Stripe's older card form; the library has no property for them any more.
            options.PaymentMethodData = new PaymentIntentPaymentMethodDataOptions { Type = "card" };
            options.AddExtraParam("payment_method_data[card][token]", authorization.Token);
        }

        return options;
    }

    /// <summary>Where Stripe can capture more than once, what is left stays held until it is captured or voided.</summary>
    public static PaymentIntentCaptureOptions Capture(PaymentIntent intent, long amount, string idempotencyKey) => new()
    {
        AmountToCapture = amount,
        FinalCapture = amount < intent.AmountCapturable && intent.LatestCharge?.PaymentMethodDetails?.Card?.Multicapture?.Status is "available" ? false : null,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StripeMark.Of(idempotencyKey)] = amount.ToString(CultureInfo.InvariantCulture),
        },
    };

    public static RefundCreateOptions Refund(GatewayMovement refund, long amount) => new()
    {
        Charge = refund.Reference,
        Amount = amount,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StripeMark.Key] = StripeMark.Of(refund.IdempotencyKey),
            [StripeMark.PublicOrderId] = refund.PublicOrderId,
            [StripeMark.PaymentId] = refund.PaymentId,
            [StripeMark.Shop] = refund.ShopIdentifier,
        },
    };
}

/// <summary>The metadata by which our objects are found at Stripe: names of at most 40 characters, values of at most 500.</summary>
internal static class StripeMark
{
    public const string Key = "idempotency_mark";
    public const string PublicOrderId = "public_order_id";
    public const string PaymentId = "payment_id";
    public const string Shop = "shop_identifier";

    /// <summary>Short enough to be a name itself: a capture is marked by a name of its own.</summary>
    public static string Of(string idempotencyKey) =>
        "key_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 16));
}
