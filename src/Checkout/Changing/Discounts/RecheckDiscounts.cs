using System.Collections.Immutable;
using Checkout.Journeys.Reserving;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Discounts;

/// <summary>
/// Whether the entered codes still hold when the order is processed (docs/contract/storefront.md#discount-codes): cart, customer and
/// time may have moved on. Use limits are counted by <see cref="FinalizeDiscounts"/>, which uses the code up.
/// </summary>
public static class RecheckDiscounts
{
    public static ImmutableArray<Problem> Check(Order order, Shop shop, Occasion occasion) =>
        [.. order.Discounts.Select(discount => WhyNot(order, shop, discount, occasion)).OfType<Problem>()];

    /// <summary>Null when the discount holds, and for one that is not the shop's own code.</summary>
    internal static Problem? WhyNot(Order order, Shop shop, OrderDiscount discount, Occasion occasion) =>
        discount is not { Source: DiscountSources.Coupon, PluginUuid: null, FromOverride: false } ? null
        : AddDiscountCode.Find(shop, discount.Code) is { } code ? AddDiscountCode.WhyNot(order, shop, code, occasion, DiscountCounts.None)
        : Problem.Order("discounts", $"The discount code {discount.Code} is no longer valid.", "discounts");
}
