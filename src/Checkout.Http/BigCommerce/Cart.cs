using System.Collections.Immutable;
using System.Globalization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The cart of a checkout: all of the order but shipping and what belongs to shipping. Its id is the checkout's, since both
/// are the one order.
/// </summary>
public sealed class Cart(Order order, OrderPrice price, Shop shop, string origin)
{
    private readonly Currency money = Money.Currency.Of(order.Currency.Code);
    private readonly long before = price.Subtotal + price.Fees.Sum(f => f.Amount);
    private readonly long discounted = price.Discounted - price.ShippingDiscounts.Sum(d => d.Value);
    private readonly long added =
        price.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value) - price.ShippingTaxes.Where(t => !t.IsIncluded).Sum(t => t.Value);
    private readonly ImmutableArray<DiscountAmount> discounts =
    [
        .. price.Discounts.Where(d => order.Discounts.First(o => o.Id == d.Id).Target is not DiscountTarget.Shipping),
    ];

    public string Id => order.PublicOrderId;
    public CurrencyBody Currency => CurrencyBody.Of(money);
    public bool IsTaxIncluded => shop.Checkout.TaxIncluded;
    public decimal BaseAmount => money.ToDecimal(before);
    public decimal DiscountAmount => money.ToDecimal(discounted);
    public decimal TaxAmount => money.ToDecimal(price.Taxes.Sum(t => t.Value) - price.ShippingTaxes.Sum(t => t.Value));
    public decimal CartAmount => money.ToDecimal(before - discounted + added);
    public ImmutableArray<AppliedCoupon> Coupons => AppliedCoupon.Of(order, discounts, money);
    public ImmutableArray<AppliedDiscount> Discounts => AppliedDiscount.Of(discounts, money);
    public ImmutableArray<CartLines> LineItems => [CartLines.Of(order, price, money, origin)];
    public string CreatedTime => Times.Of(order.CreatedAt);
    public string UpdatedTime => Times.Of(order.UpdatedAt);
    public ImmutableArray<Link> Links => [new Link("checkout", $"{origin}/{BigCommerceRoutes.CheckoutPath(order.PublicOrderId)}")];
}

public sealed record CurrencyBody(string Name, string Code, string Symbol)
{
    public static CurrencyBody Of(Currency currency) => new(currency.Name, currency.Code, currency.Symbol);
}

public sealed record Link(string Rel, string Href);

internal static class Times
{
    /// <summary>ISO 8601, UTC.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
