namespace Checkout.Catalog;

/// <summary>A sellable variant of the shop's catalog. Prices in minor units of the shop's currency.</summary>
public sealed record Product
{
    public required string Sku { get; init; }
    public string? PlatformId { get; init; }
    public string ProductId { get; init; } = "";
    public string VariantId { get; init; } = "";
    public string ProductTitle { get; init; } = "";
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public string ImageUrl { get; init; } = "";
    public string Vendor { get; init; } = "";
    public string Barcode { get; init; } = "";
    public string Tags { get; init; } = "";
    public long Price { get; init; }
    public long? CompareAtPrice { get; init; }

    /// <summary>Grams.</summary>
    public long Weight { get; init; }
    public bool Taxable { get; init; } = true;
    public bool RequiresShipping { get; init; } = true;
    public bool IsGiftCard { get; init; }
    public bool IsPreOrder { get; init; }

    /// <summary>True when the stock of this variant is counted.</summary>
    public bool TrackInventory { get; init; }

    /// <summary>Units on hand when the product is first loaded; later the stock row decides.</summary>
    public int InitialStock { get; init; }
}
