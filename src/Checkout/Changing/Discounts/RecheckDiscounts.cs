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
        [
            .. from discount in order.Discounts
               where discount is { Source: DiscountSources.Coupon, PluginUuid: null, FromOverride: false }
               let code = AddDiscountCode.Find(shop, discount.Code)
               let problem = code is null
                   ? Problem.Order("discounts", $"The discount code {discount.Code} is no longer valid.", "discounts")
                   : AddDiscountCode.WhyNot(order, shop, code, occasion, DiscountCounts.None)
               where problem is not null
               select problem,
        ];
}
