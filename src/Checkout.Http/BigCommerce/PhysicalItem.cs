using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>A line that is shipped (docs/contract/bigcommerce.md#items).</summary>
public sealed class PhysicalItem(ItemAmounts item)
{
    public string Id => item.Id;
    public long VariantId => item.VariantId;
    public long ProductId => item.ProductId;
    public string Name => item.Name;
    public string Description => item.Line.Description;

    /// <summary>The storefront knows its product pages, we do not.</summary>
    public string? Url { get; }
    public int Quantity => item.Line.Quantity;
    public bool IsTaxable => item.Line.Taxable;
    public string? ImageUrl => item.ImageUrl;
    public decimal BaseAmount => item.Base;
    public decimal DiscountAmount => item.Discounted;
    public decimal CouponAmount => item.Couponed;
    public decimal ListPrice => item.ListPrice;
    public decimal SalePrice => item.SalePrice;
    public decimal ExtendedListPrice => item.ExtendedListPrice;
    public decimal ExtendedSalePrice => item.ExtendedSalePrice;
    public decimal FinalAmount => item.Final;
    public decimal ItemTaxTotal => item.Tax;
    public decimal ItemTotal => item.Total;
    public ItemVariant Variant => ItemVariant.Of(item);

    /// <summary>The page has lists of modifiers in a list.</summary>
    public ImmutableArray<ImmutableArray<ItemModifier>> Modifiers => [ItemModifier.Of(item.Line)];
    public bool IsShippingRequired => item.Line.RequiresShipping;

    /// <summary>Shops here wrap nothing.</summary>
    public GiftWrapping? GiftWrapping { get; }
    public ImmutableArray<AppliedCoupon> Coupons => item.Coupons;
    public ImmutableArray<AppliedDiscount> Discounts => item.Discounts;
}

public sealed record ItemVariant(
    long Id,
    long ProductId,
    decimal Price,
    decimal SalePrice,
    decimal ListPrice,
    long SkuId,
    string Sku,
    ImmutableArray<VariantOption> Options
)
{
    public static ItemVariant Of(ItemAmounts item) =>
        new(
            item.VariantId,
            item.ProductId,
            item.Price,
            item.SalePrice,
            item.ListPrice,
            NumericId.Of(item.Line.Sku is { Length: > 0 } sku ? sku : item.Line.Id),
            item.Line.Sku,
            []
        );
}

public sealed record VariantOption(long Id, string Name, long ValueId, string ValueLabel);

/// <summary>What a shopper asked for with the item: our line item properties that are texts.</summary>
public sealed record ItemModifier(long Id, string Name, long ValueId, string ValueLabel, string ShopperInput)
{
    public static ImmutableArray<ItemModifier> Of(LineItem line) =>
        [
            .. line
                .Properties.Where(p => p.Value.ValueKind is JsonValueKind.String)
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => (p.Key, Text: p.Value.GetString()!))
                .Select(p => new ItemModifier(NumericId.Of(p.Key), p.Key, NumericId.Of(p.Text), p.Text, p.Text)),
        ];
}

public sealed record GiftWrapping(string Name, string Message, decimal Amount);
