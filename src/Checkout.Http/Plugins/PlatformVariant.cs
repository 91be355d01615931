using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>
/// The platform's view of a line, with every key that plugins know; what only a platform knows is left empty. Its price is in
/// major units, unlike everything else.
/// </summary>
/// <param name="CompareAtPrice">Major units, as the price here.</param>
/// <param name="Price">Major units: 23.5 is $23.50.</param>
internal sealed record PlatformVariant(
    [property: NumberOrText] JsonElement Id,
    string Barcode,
    decimal? CompareAtPrice,
    string FulfillmentService,
    long Grams,
    string? InventoryManagement,
    string InventoryPolicy,
    string Option1,
    string? Option2,
    string? Option3,
    int Position,
    decimal Price,
    [property: NumberOrText] JsonElement ProductId,
    int RequiresShipping,
    string Sku,
    int Taxable,
    string Title,
    long InventoryQuantity,
    long OldInventoryQuantity,
    long? ImageId,
    string? CreatedAt,
    string? UpdatedAt,
    long InventoryItemId,
    PlatformProduct Product
)
{
    public static PlatformVariant Of(LineItem line, Order order, Shop shop, long onHand)
    {
        var major = (decimal)Currency.Of(order.Currency.Code).MinorUnits;
        return new(
            CartLine.Number(line.PlatformId ?? line.VariantId),
            line.Barcode,
            line.CompareAtPrice / major,
            FulfillmentService: "manual",
            line.Weight,
            line.TracksInventory ? "checkout" : null,
            InventoryPolicy: line.TracksInventory ? "deny" : "continue",
            Option1: line.Title,
            Option2: null,
            Option3: null,
            Position: 1,
            line.Price / major,
            CartLine.Number(line.ProductId),
            line.RequiresShipping ? 1 : 0,
            line.Sku,
            line.Taxable ? 1 : 0,
            line.Title,
            InventoryQuantity: onHand,
            OldInventoryQuantity: onHand,
            ImageId: null,
            CreatedAt: null,
            UpdatedAt: null,
            InventoryItemId: 0,
            PlatformProduct.Of(line, shop)
        );
    }
}

internal sealed record PlatformProduct(
    [property: NumberOrText] JsonElement Id,
    string MyshopifyDomain,
    string Handle,
    string ProductType,
    string PublishedScope,
    string? TemplateSuffix,
    string Title,
    string Vendor,
    string Tags,
    long? FeaturedImageId,
    string? CreatedAt,
    string? UpdatedAt
)
{
    public static PlatformProduct Of(LineItem line, Shop shop) =>
        new(
            CartLine.Number(line.ProductId),
            MyshopifyDomain: shop.Domain,
            Handle: "",
            ProductType: "",
            PublishedScope: "web",
            TemplateSuffix: null,
            line.ProductTitle,
            line.Vendor,
            line.Tags,
            FeaturedImageId: null,
            CreatedAt: null,
            UpdatedAt: null
        );
}
