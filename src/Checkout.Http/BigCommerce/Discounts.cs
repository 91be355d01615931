using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>A discount that a code brought.</summary>
public sealed record AppliedCoupon(string Id, string Code, string Name, string Slug, string CouponType, decimal DiscountedAmount)
{
    public static ImmutableArray<AppliedCoupon> Of(Order order, ImmutableArray<DiscountAmount> amounts, Currency currency) =>
        [
            .. amounts
                .Where(IsCoupon)
                .Select(amount => new AppliedCoupon(
                    NumericId.TextOf(amount.Id),
                    amount.Code,
                    amount.Text,
                    amount.Code.ToLowerInvariant(),
                    TypeOf(order.Discounts.First(d => d.Id == amount.Id)),
                    currency.ToDecimal(amount.Value)
                )),
        ];

    public static bool IsCoupon(DiscountAmount amount) => amount.Source == DiscountSources.Coupon && amount.Code.Length > 0;

    /// <summary>The key names that the platform has for these.</summary>
    private static string TypeOf(OrderDiscount discount) =>
        (discount.Target, discount.Kind) switch
        {
            (DiscountTarget.Shipping, AmountKind.Percentage) when discount.Value >= 100 => "free_shipping",
            (DiscountTarget.Shipping, _) => "shipping_discount",
            (DiscountTarget.Lines, AmountKind.Fixed) => "per_item_discount",
            (_, AmountKind.Percentage) => "percentage_discount",
            _ => "per_total_discount",
        };
}

/// <summary>A discount that came without a code: from the cart, a plugin or the back office.</summary>
public sealed record AppliedDiscount(long Id, string Name, decimal DiscountedAmount)
{
    public static ImmutableArray<AppliedDiscount> Of(ImmutableArray<DiscountAmount> amounts, Currency currency) =>
        [
            .. amounts
                .Where(amount => !AppliedCoupon.IsCoupon(amount))
                .Select(amount => new AppliedDiscount(NumericId.Of(amount.Id), amount.Text, currency.ToDecimal(amount.Value))),
        ];
}
