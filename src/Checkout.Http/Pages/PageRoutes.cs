namespace Checkout.Http.Pages;

/// <summary>Routes of the pages that shoppers open (docs/hosted-checkout.md).</summary>
public static class PageRoutes
{
    public const string File = "pages/{version}/{folder}/{file}";
    public const string Checkout = "checkout/{shop_identifier}/{public_order_id}";
}
