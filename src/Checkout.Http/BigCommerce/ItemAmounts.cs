using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>What a line costs, in the terms of this API: base less coupons less discounts is final, and with tax the total.</summary>
public sealed class ItemAmounts(Order order, PricedLine priced, Currency currency, string origin)
{
    public LineItem Line => priced.Line;

    public string Id => NumericId.TextOf(Line.Id);

    public string Name => Line.ProductTitle.Length > 0 ? Line.ProductTitle : Line.Title;

    public long VariantId =>
        NumericId.Of(
            Line.PlatformId is { Length: > 0 } id ? id
            : Line.VariantId is { Length: > 0 } variant ? variant
            : Line.Id
        );

    public long ProductId => NumericId.Of(Line.ProductId is { Length: > 0 } id ? id : Line.Id);

    public decimal Base => Decimal(Line.TotalPrice + Line.Fees.Sum(f => f.Amount));

    /// <summary>Discounts without a code on this line; what the whole order gets off is told of the order.</summary>
    public decimal Discounted => Decimal(OwnDiscounts);

    public decimal Couponed => Decimal(priced.Discounts.Where(AppliedCoupon.IsCoupon).Sum(d => d.Value));

    public decimal Final => Base - Discounted - Couponed;

    public decimal Tax => Decimal(priced.Taxes.Sum(t => t.Value));

    public decimal Total => Final + Decimal(priced.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value));

    public decimal ListPrice => Decimal(Line.CompareAtPrice ?? Line.Price);

    /// <summary>For one, before discounts.</summary>
    public decimal Price => Decimal(Line.Price);

    /// <summary>For one, after the discounts on this line; rounded where they cannot be shared evenly.</summary>
    public decimal SalePrice => Decimal(Rounding.ToMinorUnits((decimal)Sold / Math.Max(1, Line.Quantity)));

    public decimal ExtendedListPrice => ListPrice * Line.Quantity;

    /// <summary>For all, exact.</summary>
    public decimal ExtendedSalePrice => Decimal(Sold);

    public ImmutableArray<AppliedCoupon> Coupons => AppliedCoupon.Of(order, priced.Discounts, currency);

    public ImmutableArray<AppliedDiscount> Discounts => AppliedDiscount.Of(priced.Discounts, currency);

    public string? ImageUrl =>
        Line.ImageUrl.Length == 0 ? null
        : Line.ImageUrl.StartsWith('/') ? origin + Line.ImageUrl
        : Uri.IsWellFormedUriString(Line.ImageUrl, UriKind.Absolute) ? Line.ImageUrl
        : null;

    private long Sold => Line.TotalPrice - OwnDiscounts;

    private long OwnDiscounts => priced.Discounts.Where(d => !AppliedCoupon.IsCoupon(d)).Sum(d => d.Value);

    private decimal Decimal(long amount) => currency.ToDecimal(amount);
}
