namespace Checkout.Http.PaymentFrame;

/// <summary>Routes of the payment page.</summary>
public static class PaymentFrameRoutes
{
    private const string Payments = "checkout/storefront/{shop_identifier}/{public_order_id}/payments";

    public const string Page = Payments + "/iframe";
    public const string Styles = Payments + "/styles";

    /// <summary>Of one order's storefront calls, without a leading slash.</summary>
    internal static string OrderPath(string shopIdentifier, string publicOrderId) => $"checkout/storefront/{shopIdentifier}/{publicOrderId}";
}
