using System.Collections.Immutable;

namespace Checkout.Http.BigCommerce;

/// <summary>A line that is not shipped (docs/contract/bigcommerce.md#items).</summary>
public sealed class DigitalItem(ItemAmounts item)
{
    public string Id => item.Id;
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
    public decimal FinalAmount => item.Final;
    public decimal ItemTaxTotal => item.Tax;
    public decimal ItemTotal => item.Total;

    /// <summary>The shop's platform keeps the files: there are none here.</summary>
    public ImmutableArray<string> DownloadFileUrls { get; } = [];
    public string? DownloadPageUrl { get; }
    public string? DownloadSize { get; }
    public ImmutableArray<AppliedCoupon> Coupons => item.Coupons;
    public ImmutableArray<AppliedDiscount> Discounts => item.Discounts;
}
