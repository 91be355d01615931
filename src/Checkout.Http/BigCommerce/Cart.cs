using System.Collections.Immutable;
using System.Globalization;
using Checkout.Discounts;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>The sums of a cart: all of the order but shipping and what belongs to shipping.</summary>
internal sealed record CartSums(decimal Base, decimal Discounted, decimal Taxes, decimal Cart)
{
    public static CartSums Of(OrderPrice price, Currency currency)
    {
        var before = price.Subtotal + price.Fees.Sum(f => f.Amount);
        var discounted = price.Discounted - price.ShippingDiscounts.Sum(d => d.Value);
        var taxes = price.Taxes.Sum(t => t.Value) - price.ShippingTaxes.Sum(t => t.Value);
        var added = price.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value) - price.ShippingTaxes.Where(t => !t.IsIncluded).Sum(t => t.Value);
        return new CartSums(
            currency.ToDecimal(before), currency.ToDecimal(discounted), currency.ToDecimal(taxes), currency.ToDecimal(before - discounted + added));
    }
}

/// <summary>The cart of a checkout; its id is the checkout's, since both are the one order.</summary>
public sealed record Cart
{
    public required string Id { get; init; }
    public required CurrencyBody Currency { get; init; }
    public bool IsTaxIncluded { get; init; }
    public decimal BaseAmount { get; init; }
    public decimal DiscountAmount { get; init; }
    public decimal TaxAmount { get; init; }
    public decimal CartAmount { get; init; }
    public required ImmutableArray<AppliedCoupon> Coupons { get; init; }
    public required ImmutableArray<AppliedDiscount> Discounts { get; init; }
    public required ImmutableArray<CartLines> LineItems { get; init; }
    public required string CreatedTime { get; init; }
    public required string UpdatedTime { get; init; }
    public required ImmutableArray<Link> Links { get; init; }

    internal static Cart Of(Order order, OrderPrice price, Checkout.Shops.Shop shop, string origin)
    {
        var currency = Money.Currency.Of(order.Currency.Code);
        var sums = CartSums.Of(price, currency);
        ImmutableArray<DiscountAmount> discounts = [.. price.Discounts.Where(d => order.Discounts.First(o => o.Id == d.Id).Target is not DiscountTarget.Shipping)];
        return new Cart
        {
            Id = order.PublicOrderId,
            Currency = CurrencyBody.Of(currency),
            IsTaxIncluded = shop.Checkout.TaxIncluded,
            BaseAmount = sums.Base,
            DiscountAmount = sums.Discounted,
            TaxAmount = sums.Taxes,
            CartAmount = sums.Cart,
            Coupons = AppliedCoupon.Of(order, discounts, currency),
            Discounts = AppliedDiscount.Of(discounts, currency),
            LineItems = [CartLines.Of(order, price, currency, origin)],
            CreatedTime = Times.Of(order.CreatedAt),
            UpdatedTime = Times.Of(order.UpdatedAt),
            Links = [new Link("checkout", $"{origin}/{BigCommerceRoutes.CheckoutPath(order.PublicOrderId)}")],
        };
    }
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
