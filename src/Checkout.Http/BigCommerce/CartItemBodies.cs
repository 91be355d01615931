using System.Collections.Immutable;
using System.Text.Json;
using Checkout.GiftCards;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The lines of an order by what they are. The page's samples say <c>giftCertificate</c> and its tables <c>giftCertificates</c>,
/// so both are there.
/// </summary>
public sealed record CartLines(
    ImmutableArray<PhysicalItem> PhysicalItems,
    ImmutableArray<DigitalItem> DigitalItems,
    ImmutableArray<CertificateItem> GiftCertificates,
    ImmutableArray<CertificateItem> GiftCertificate)
{
    public static CartLines Of(Order order, OrderPrice price, Currency currency, string origin)
    {
        var items = price.Lines.Select(line => new ItemAmounts(order, line, currency, origin)).ToList();
        ImmutableArray<CertificateItem> certificates = [.. items.Where(i => i.Line.IsGiftCard).Select(i => CertificateItem.Of(i.Line, currency))];
        return new CartLines(
            [.. items.Where(i => !i.Line.IsGiftCard && i.Line.RequiresShipping).Select(PhysicalItem.Of)],
            [.. items.Where(i => !i.Line.IsGiftCard && !i.Line.RequiresShipping).Select(DigitalItem.Of)],
            certificates,
            certificates);
    }
}

/// <summary>What a line costs, in the terms of this API: base less coupons less discounts is final, and with tax the total.</summary>
internal sealed class ItemAmounts(Order order, PricedLine priced, Currency currency, string origin)
{
    public LineItem Line => priced.Line;

    public string Id => NumericId.TextOf(Line.Id);

    public string Name => Line.ProductTitle.Length > 0 ? Line.ProductTitle : Line.Title;

    public long VariantId => NumericId.Of(Line.PlatformId is { Length: > 0 } id ? id : Line.VariantId is { Length: > 0 } variant ? variant : Line.Id);

    public long ProductId => NumericId.Of(Line.ProductId is { Length: > 0 } id ? id : Line.Id);

    public decimal Base => Decimal(Line.TotalPrice + Line.Fees.Sum(f => f.Amount));

    /// <summary>Discounts without a code on this line; what the whole order gets off is told of the order.</summary>
    public decimal Discounted => Decimal(priced.Discounts.Where(d => !AppliedCoupon.IsCoupon(d)).Sum(d => d.Value));

    public decimal Couponed => Decimal(priced.Discounts.Where(AppliedCoupon.IsCoupon).Sum(d => d.Value));

    public decimal Final => Base - Discounted - Couponed;

    public decimal Tax => Decimal(priced.Taxes.Sum(t => t.Value));

    public decimal Total => Final + Decimal(priced.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value));

    public decimal ListPrice => Decimal(Line.CompareAtPrice ?? Line.Price);

    public decimal SalePrice => Decimal(Line.Price);

    public decimal ExtendedListPrice => ListPrice * Line.Quantity;

    public decimal ExtendedSalePrice => Decimal(Line.TotalPrice);

    public ImmutableArray<AppliedCoupon> Coupons => AppliedCoupon.Of(order, priced.Discounts, currency);

    public ImmutableArray<AppliedDiscount> Discounts => AppliedDiscount.Of(priced.Discounts, currency);

    public string? ImageUrl =>
        Line.ImageUrl.Length == 0 ? null
        : Line.ImageUrl.StartsWith('/') ? origin + Line.ImageUrl
        : Uri.IsWellFormedUriString(Line.ImageUrl, UriKind.Absolute) ? Line.ImageUrl
        : null;

    private decimal Decimal(long amount) => currency.ToDecimal(amount);
}

public sealed record PhysicalItem
{
    public required string Id { get; init; }
    public long VariantId { get; init; }
    public long ProductId { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public string? Url { get; init; }
    public int Quantity { get; init; }
    public bool IsTaxable { get; init; }
    public string? ImageUrl { get; init; }
    public decimal BaseAmount { get; init; }
    public decimal DiscountAmount { get; init; }
    public decimal CouponAmount { get; init; }
    public decimal ListPrice { get; init; }
    public decimal SalePrice { get; init; }
    public decimal ExtendedListPrice { get; init; }
    public decimal ExtendedSalePrice { get; init; }
    public decimal FinalAmount { get; init; }
    public decimal ItemTaxTotal { get; init; }
    public decimal ItemTotal { get; init; }
    public required ItemVariant Variant { get; init; }

    /// <summary>The page has lists of modifiers in a list.</summary>
    public required ImmutableArray<ImmutableArray<ItemModifier>> Modifiers { get; init; }
    public bool IsShippingRequired { get; init; }
    public GiftWrapping? GiftWrapping { get; init; }
    public required ImmutableArray<AppliedCoupon> Coupons { get; init; }
    public required ImmutableArray<AppliedDiscount> Discounts { get; init; }

    internal static PhysicalItem Of(ItemAmounts item) => new()
    {
        Id = item.Id,
        VariantId = item.VariantId,
        ProductId = item.ProductId,
        Name = item.Name,
        Description = item.Line.Description,
        Quantity = item.Line.Quantity,
        IsTaxable = item.Line.Taxable,
        ImageUrl = item.ImageUrl,
        BaseAmount = item.Base,
        DiscountAmount = item.Discounted,
        CouponAmount = item.Couponed,
        ListPrice = item.ListPrice,
        SalePrice = item.SalePrice,
        ExtendedListPrice = item.ExtendedListPrice,
        ExtendedSalePrice = item.ExtendedSalePrice,
        FinalAmount = item.Final,
        ItemTaxTotal = item.Tax,
        ItemTotal = item.Total,
        Variant = ItemVariant.Of(item),
        Modifiers = [ItemModifier.Of(item.Line)],
        IsShippingRequired = item.Line.RequiresShipping,
        Coupons = item.Coupons,
        Discounts = item.Discounts,
    };
}

public sealed record DigitalItem
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public string? Url { get; init; }
    public int Quantity { get; init; }
    public bool IsTaxable { get; init; }
    public string? ImageUrl { get; init; }
    public decimal BaseAmount { get; init; }
    public decimal DiscountAmount { get; init; }
    public decimal CouponAmount { get; init; }
    public decimal FinalAmount { get; init; }
    public decimal ItemTaxTotal { get; init; }
    public decimal ItemTotal { get; init; }

    /// <summary>The shop's platform keeps the files: there are none to be had here.</summary>
    public ImmutableArray<string> DownloadFileUrls { get; init; } = [];
    public string? DownloadPageUrl { get; init; }
    public string? DownloadSize { get; init; }
    public required ImmutableArray<AppliedCoupon> Coupons { get; init; }
    public required ImmutableArray<AppliedDiscount> Discounts { get; init; }

    internal static DigitalItem Of(ItemAmounts item) => new()
    {
        Id = item.Id,
        Name = item.Name,
        Description = item.Line.Description,
        Quantity = item.Line.Quantity,
        IsTaxable = item.Line.Taxable,
        ImageUrl = item.ImageUrl,
        BaseAmount = item.Base,
        DiscountAmount = item.Discounted,
        CouponAmount = item.Couponed,
        FinalAmount = item.Final,
        ItemTaxTotal = item.Tax,
        ItemTotal = item.Total,
        Coupons = item.Coupons,
        Discounts = item.Discounts,
    };
}

public sealed record ItemVariant(
    long Id,
    long ProductId,
    decimal Price,
    decimal SalePrice,
    decimal ListPrice,
    long SkuId,
    string Sku,
    ImmutableArray<VariantOption> Options)
{
    internal static ItemVariant Of(ItemAmounts item) => new(
        item.VariantId,
        item.ProductId,
        item.SalePrice,
        item.SalePrice,
        item.ListPrice,
        NumericId.Of(item.Line.Sku is { Length: > 0 } sku ? sku : item.Line.Id),
        item.Line.Sku,
        []);
}

public sealed record VariantOption(long Id, string Name, long ValueId, string ValueLabel);

/// <summary>What a shopper asked for with the item: our line item properties that are texts.</summary>
public sealed record ItemModifier(long Id, string Name, long ValueId, string ValueLabel, string ShopperInput)
{
    public static ImmutableArray<ItemModifier> Of(LineItem line) =>
    [
        .. line.Properties
            .Where(p => p.Value.ValueKind is JsonValueKind.String)
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (p.Key, Text: p.Value.GetString()!))
            .Select(p => new ItemModifier(NumericId.Of(p.Key), p.Key, NumericId.Of(p.Text), p.Text, p.Text)),
    ];
}

public sealed record GiftWrapping(string Name, string Message, decimal Amount);

public sealed record CertificateItem(
    string Id,
    string Name,
    string Theme,
    decimal Amount,
    bool IsTaxable,
    Contact Sender,
    Contact Recipient,
    string Message,
    int Quantity)
{
    public static CertificateItem Of(LineItem line, Currency currency)
    {
        var certificate = GiftCards.GiftCertificate.Of(line);
        return new CertificateItem(
            NumericId.TextOf(line.Id),
            certificate.Name,
            certificate.Theme,
            currency.ToDecimal(certificate.Amount),
            line.Taxable,
            new Contact(certificate.Sender.Name, certificate.Sender.Email),
            new Contact(certificate.Recipient.Name, certificate.Recipient.Email),
            certificate.Message,
            certificate.Quantity);
    }
}

public sealed record Contact(string? Name, string? Email);
