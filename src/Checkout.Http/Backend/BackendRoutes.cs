namespace Checkout.Http.Backend;

/// <summary>Routes of the Backend API (docs/contract/backend.md).</summary>
public static class BackendRoutes
{
    private const string Shop = "checkout/orders/{shop_identifier}";

    public const string Orders = Shop;
    public const string Work = "checkout/shop/{shop_identifier}/work";
    public const string WorkId = "id";
    public const string RunWork = Work + "/{id}/run";
    public const string Summary = "checkout/shop/{shop_identifier}/summary";
    public const string ExportName = "name";
    public const string Exports = "checkout/shop/{shop_identifier}/exports/{name}";
    public const string RebuildOrderList = "checkout/shop/{shop_identifier}/order_list/rebuild";
    public const string Init = Shop + "/init";
    public const string Resume = Shop + "/resume";
    public const string Create = Shop + "/create";
    public const string Order = Shop + "/{public_order_id}";
    public const string Letters = Order + "/letters";
    public const string Notes = Order + "/notes";
    public const string Customer = Order + "/customer";
    public const string AuthenticatedCustomer = Customer + "/authenticated";
    public const string ShopInfo = "shops/v1/info";
    public const string PlatformId = "platform_id";
    public const string PlatformCustomer = "customers/v2/shops/{shop_identifier}/customers/pid/{platform_id}";
    public const string Variants = "products/v2/shops/{shop_identifier}/variants";
}
