using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>What is sent to Stripe. The same question makes the same parameters: Stripe compares them when a key comes again.</summary>
internal static class StripeRequests
{
    /// <param name="amount">In Stripe's units.</param>
    /// <param name="customer">The Stripe customer to whom the method belongs, or is to belong; null for one that is used once.</param>
    public static PaymentIntentCreateOptions Authorize(
        GatewayAuthorization authorization,
        StripeSettings settings,
        StripeTender tender,
        long amount,
        string? customer
    )
    {
        var shopper = authorization.Shopper;
        var options = new PaymentIntentCreateOptions
        {
            Amount = amount,
            Currency = authorization.Currency.ToLowerInvariant(),
            CaptureMethod = "manual",
            Confirm = true,
            AllowedPaymentMethodTypes = [.. settings.PaymentMethodTypes],
            PaymentMethodOptions = new PaymentIntentPaymentMethodOptionsOptions
            {
                Card = new PaymentIntentPaymentMethodOptionsCardOptions { RequestMulticapture = "if_available" },
            },
            Customer = customer,
            Description =
                authorization.OrderNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $"Order {authorization.OrderNumber}") : null,
            ReceiptEmail = settings.SendsReceipts && shopper.EmailAddress.Length > 0 ? shopper.EmailAddress : null,
            Shipping = Shipping(shopper),
            StatementDescriptorSuffix = settings.StatementDescriptorSuffix,
            Metadata = Metadata(authorization),
            Expand = ["latest_charge"],
        };

        // Nobody is there to confirm: Stripe asks the bank for an exemption, or declines at once.
        if (tender.Customer is not null && authorization.IsOffSession)
            options.OffSession = true;
        else
        {
            options.UseStripeSdk = true;
            options.ReturnUrl = settings.ReturnUrl;
        }

        if (tender.Customer is null && customer is not null)
            options.SetupFutureUsage = authorization.Retain ? "off_session" : "on_session";
        if (tender.Token.StartsWith("ctoken_", StringComparison.Ordinal))
            options.ConfirmationToken = tender.Token;
        else if (!tender.Token.StartsWith("tok_", StringComparison.Ordinal))
            options.PaymentMethod = tender.Token;
        else
        {
            // Tokens of Stripe's older card form; the library has no property for them any more.
            options.PaymentMethodData = new PaymentIntentPaymentMethodDataOptions { Type = "card" };
            options.AddExtraParam("payment_method_data[card][token]", tender.Token);
        }

        return options;
    }

    /// <summary>Stripe wants a name and a first line, and refuses an address without them.</summary>
    private static ChargeShippingOptions? Shipping(GatewayShopper shopper)
    {
        if (shopper.ShippingAddress is not { AddressLine1.Length: > 0 } address)
            return null;
        var name = address.PersonName is { Length: > 0 } addressee ? addressee : shopper.Name;
        return name.Length == 0
            ? null
            : new ChargeShippingOptions
            {
                Name = name,
                Phone = Given(address.PhoneNumber),
                Address = new AddressOptions
                {
                    Line1 = address.AddressLine1,
                    Line2 = Given(address.AddressLine2),
                    City = Given(address.City),
                    State = Given(address.ProvinceCode),
                    PostalCode = Given(address.PostalCode),
                    Country = Given(address.CountryCode),
                },
            };
    }

    private static Dictionary<string, string> Metadata(GatewayAuthorization authorization)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StripeMark.Key] = StripeMark.Of(authorization.IdempotencyKey),
            [StripeMark.PublicOrderId] = authorization.PublicOrderId,
            [StripeMark.PaymentId] = authorization.PaymentId,
            [StripeMark.Shop] = authorization.ShopIdentifier,
        };
        if (authorization.OrderNumber > 0)
            metadata[StripeMark.OrderId] = authorization.OrderNumber.ToString(CultureInfo.InvariantCulture);
        return metadata;
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    /// <summary>Where Stripe can capture more than once, what is left stays held until it is captured or voided.</summary>
    public static PaymentIntentCaptureOptions Capture(PaymentIntent intent, long amount, string idempotencyKey) =>
        new()
        {
            AmountToCapture = amount,
            FinalCapture =
                amount < intent.AmountCapturable && intent.LatestCharge?.PaymentMethodDetails?.Card?.Multicapture?.Status is "available"
                    ? false
                    : null,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [StripeMark.Of(idempotencyKey)] = amount.ToString(CultureInfo.InvariantCulture),
            },
        };

    public static RefundCreateOptions Refund(GatewayMovement refund, long amount) =>
        new()
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
    public const string OrderId = "order_id";
    public const string CustomerId = "public_customer_id";

    /// <summary>Short enough to be a name itself: a capture is marked by a name of its own.</summary>
    public static string Of(string idempotencyKey) =>
        "key_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 16));
}
