using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>The lines of an order by what they are, as today's API has them. Shops here sell nothing that a back office made up.</summary>
public sealed record SdkLines(
    ImmutableArray<SdkItem> PhysicalItems,
    ImmutableArray<SdkItem> DigitalItems,
    ImmutableArray<SdkCertificateItem> GiftCertificates,
    ImmutableArray<SdkItem> CustomItems
)
{
    internal static SdkLines Of(Order order, OrderPrice price, Currency currency, string origin)
    {
        var items = price.Lines.Select(line => new ItemAmounts(order, line, currency, origin)).ToList();
        return new SdkLines(
            [.. items.Where(i => !i.Line.IsGiftCard && i.Line.RequiresShipping).Select(i => new SdkItem(i))],
            [.. items.Where(i => !i.Line.IsGiftCard && !i.Line.RequiresShipping).Select(i => new SdkItem(i))],
            [.. items.Where(i => i.Line.IsGiftCard).Select(i => SdkCertificateItem.Of(CertificateItem.Of(i.Line, currency)))],
            []
        );
    }
}

/// <summary>
/// A product of today's cart. What is never said here (pages, files, wrapping, promotions) is the storefront's to know or does not exist.
/// </summary>
public sealed class SdkItem(ItemAmounts item)
{
    public string Id => item.Id;
    public string? ParentId { get; }
    public long VariantId => item.VariantId;
    public long ProductId => item.ProductId;
    public string Sku => item.Line.Sku;
    public string Name => item.Name;
    public string Url { get; } = "";
    public int Quantity => item.Line.Quantity;
    public string Brand => item.Line.Vendor;
    public bool IsTaxable => item.Line.Taxable;
    public string ImageUrl => item.ImageUrl ?? "";
    public ImmutableArray<SdkItemDiscount> Discounts => [.. item.Discounts.Select(d => new SdkItemDiscount(d.Name, d.DiscountedAmount))];
    public decimal DiscountAmount => item.Discounted;
    public decimal CouponAmount => item.Couponed;
    public decimal ListPrice => item.ListPrice;
    public decimal SalePrice => item.SalePrice;
    public decimal RetailPrice => item.ListPrice;
    public decimal ComparisonPrice => item.ListPrice;
    public decimal ExtendedListPrice => item.ExtendedListPrice;
    public decimal ExtendedSalePrice => item.ExtendedSalePrice;
    public decimal ExtendedComparisonPrice => item.ExtendedListPrice;
    public bool IsShippingRequired => item.Line.RequiresShipping;
    public GiftWrapping? GiftWrapping { get; }
    public bool AddedByPromotion { get; }
    public string? AddedByAttributeId { get; }
    public ImmutableArray<SdkOption> Options =>
        [.. ItemModifier.Of(item.Line).Select(m => new SdkOption(m.Name, m.Id, m.ValueLabel, m.ValueId))];
    public ImmutableArray<string> DownloadFileUrls { get; } = [];
    public string DownloadPageUrl { get; } = "";
    public string DownloadSize { get; } = "";
}

public sealed record SdkItemDiscount(string Name, decimal DiscountedAmount);

public sealed record SdkOption(string Name, long NameId, string Value, long ValueId);

public sealed record SdkCertificateItem(
    string Id,
    string Name,
    string Theme,
    decimal Amount,
    bool Taxable,
    Contact Sender,
    Contact Recipient,
    string Message
)
{
    internal static SdkCertificateItem Of(CertificateItem item) =>
        new(item.Id, item.Name, item.Theme, item.Amount, item.IsTaxable, item.Sender, item.Recipient, item.Message);
}
