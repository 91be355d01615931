namespace Checkout.Http.PaymentFrame;

/// <summary>Routes of the payment page, and of the scripts of shops' own pages.</summary>
public static class PaymentFrameRoutes
{
    private const string Payments = "checkout/storefront/{shop_identifier}/{public_order_id}/payments";

    public const string Page = Payments + "/iframe";
    public const string Gateways = Payments + "/gateways";
    public const string Script = "payments.js";

    /// <summary>Where templates and boosters look for the script in the bucket they are told of.</summary>
    public const string BoosterScript = "js/payments_sdk.js";
    public const string AppleDomainAssociation = ".well-known/apple-developer-merchantid-domain-association";
    public const string Styles = Payments + "/styles";

    /// <summary>Of one order's storefront calls, without a leading slash.</summary>
    internal static string OrderPath(string shopIdentifier, string publicOrderId) =>
        $"checkout/storefront/{shopIdentifier}/{publicOrderId}";
}
