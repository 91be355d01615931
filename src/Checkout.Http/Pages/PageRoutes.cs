namespace Checkout.Http.Pages;

/// <summary>Routes of our own pages (docs/hosted-checkout.md, docs/console.md).</summary>
public static class PageRoutes
{
    /// <summary>The host's root.</summary>
    public const string FrontDoor = "";

    /// <summary>One page; its script shows what the rest of the path names.</summary>
    public const string Console = "console/{*view}";
    public const string File = "pages/{version}/{folder}/{file}";
    public const string Checkout = "checkout/{shop_identifier}/{public_order_id}";
}
