using Checkout.Changing.Discounts;
using Checkout.Changing.Shipping;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Placing;

/// <summary>
/// What becomes of an order that could not be placed because a code or its shipping line no longer fits: it falls away, so
/// that the state in the answer shows what the next try costs.
/// </summary>
public static class DropUnfit
{
    public static Order Decide(Order order, Shop shop, Occasion occasion)
    {
        var left = order;
        foreach (var discount in order.Discounts.Where(d => RecheckDiscounts.WhyNot(order, shop, d, occasion) is not null))
            left = (left with { Discounts = left.Discounts.Remove(discount) }).Record("discount.removed", occasion, detail: discount.Code);
        if (left is { RequiresShipping: true, Shipping.Selected: not null } && !ProcessOrderRules.ShippingHolds(left, shop))
            left = Relist.After(left, shop);
        return FollowTaxes.After(order, left, shop);
    }
}
