using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Shipping;

/// <summary>
/// Keeps the shipping of an order true after its address or its lines changed: a selected line that is no longer
/// offered is dropped, one that still is takes its new amount. The shop's own lines are put on the order right here, so
/// that listing them later is a mere read.
/// </summary>
public static class Relist
{
    /// <summary>After the lines changed.</summary>
    public static Order After(Order order, Shop shop) => After(order, shop, order.ShippingAddress);

    /// <param name="before">The shipping address that the lines were offered for.</param>
    public static Order After(Order order, Shop shop, Address? before)
    {
        if (order.ShippingSupplied)
            return order;
        if (!IsOverridden(order))
            return SelectShippingLine.Offer(order, ShippingRates.For(order, shop));

        // Only the override knows what it offers for the new destination, and it is asked when lines are listed.
        return SameDestination(before, order.ShippingAddress) ? order : order with { Shipping = new OrderShipping() };
    }

    private static bool IsOverridden(Order order) => order.Plugins.Overrides.ContainsKey(OverrideKinds.Shipping);

    private static bool SameDestination(Address? a, Address? b) =>
        a is not null
        && b is not null
        && (a.CountryCode, a.ProvinceCode, a.PostalCode, a.City) == (b.CountryCode, b.ProvinceCode, b.PostalCode, b.City);
}
