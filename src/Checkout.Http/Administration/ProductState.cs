using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Http.Frame;

namespace Checkout.Http.Administration;

/// <summary>A product of the catalog as it goes in and comes out; prices in minor units of the shop's currency, weight in grams.</summary>
public record ProductState
{
    public string? Sku { get; init; }
    public string? PlatformId { get; init; }
    public string? ProductId { get; init; }
    public string? VariantId { get; init; }
    public string? ProductTitle { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? ImageUrl { get; init; }
    public string? Vendor { get; init; }
    public string? Barcode { get; init; }
    public string? Tags { get; init; }
    public long? Price { get; init; }
    public long? CompareAtPrice { get; init; }
    public long? Weight { get; init; }
    public bool? Taxable { get; init; }
    public bool? RequiresShipping { get; init; }
    public bool? IsGiftCard { get; init; }
    public bool? IsPreOrder { get; init; }
    public bool? TrackInventory { get; init; }
    public int? InitialStock { get; init; }

    internal void Check(Fields fields, string at) =>
        fields
            .Required($"{at}.sku", Sku)
            .Required($"{at}.price", (object?)Price)
            .Range($"{at}.price", Price, 0, 1_000_000_000_000)
            .Range($"{at}.weight", Weight, 0, 1_000_000_000)
            .Range($"{at}.initial_stock", InitialStock, 0, int.MaxValue)
            .Text($"{at}.title", Title)
            .Text($"{at}.product_title", ProductTitle)
            .Text($"{at}.description", Description, 10_000)
            .Text($"{at}.platform_id", PlatformId)
            .Text($"{at}.image_url", ImageUrl, 2048);

    internal Product ToProduct() =>
        Flagged(
            new Product
            {
                Sku = Sku!,
                PlatformId = PlatformId,
                ProductId = ProductId ?? "",
                VariantId = VariantId ?? "",
                ProductTitle = ProductTitle ?? Title ?? "",
                Title = Title ?? ProductTitle ?? "",
                Description = Description ?? "",
                ImageUrl = ImageUrl ?? "",
                Vendor = Vendor ?? "",
                Barcode = Barcode ?? "",
                Tags = Tags ?? "",
                Price = Price!.Value,
                CompareAtPrice = CompareAtPrice,
                Weight = Weight ?? 0,
            }
        );

    private Product Flagged(Product product) =>
        product with
        {
            Taxable = Taxable ?? true,
            RequiresShipping = RequiresShipping ?? true,
            IsGiftCard = IsGiftCard ?? false,
            IsPreOrder = IsPreOrder ?? false,
            TrackInventory = TrackInventory ?? false,
            InitialStock = InitialStock ?? 0,
        };

    public static ProductState Of(Product p) => Of<ProductState>(p);

    private protected static T Of<T>(Product p)
        where T : ProductState, new() =>
        new()
        {
            Sku = p.Sku,
            PlatformId = p.PlatformId,
            ProductId = p.ProductId,
            VariantId = p.VariantId,
            ProductTitle = p.ProductTitle,
            Title = p.Title,
            Description = p.Description,
            ImageUrl = p.ImageUrl,
            Vendor = p.Vendor,
            Barcode = p.Barcode,
            Tags = p.Tags,
            Price = p.Price,
            CompareAtPrice = p.CompareAtPrice,
            Weight = p.Weight,
            Taxable = p.Taxable,
            RequiresShipping = p.RequiresShipping,
            IsGiftCard = p.IsGiftCard,
            IsPreOrder = p.IsPreOrder,
            TrackInventory = p.TrackInventory,
            InitialStock = p.InitialStock,
        };
}

public sealed record PutProductsRequest(ImmutableArray<ProductState>? Products);

public sealed record PutProductsData(int Saved);
