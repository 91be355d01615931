using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Shipping;

/// <summary>
/// Keeps the shipping of an order true after its addresses or its lines changed: a selected line that is no longer
/// offered is dropped, one that still is takes its new amount. The shop's own lines are put on the order right here, so
/// that listing them later is a mere read.
/// </summary>
public static class Relist
{
    /// <summary>After the lines changed.</summary>
    public static Order After(Order order, Shop shop) => After(order, shop, order);

    /// <param name="before">The order that the lines were offered to.</param>
    public static Order After(Order order, Shop shop, Order before)
    {
        if (order.ShippingSupplied)
            return order;
        order = DestinationRates.Renamed(order, before);
        if (OrderDestinations.IsDivided(order))
            return IsOverridden(order)
                ? DestinationRates.Put(order, d => IsSame(d, before) ? OrderDestinations.ShippingOf(order, d.Id) : new OrderShipping())
                : DestinationRates.Offer(order, d => ShippingRates.For(OrderDestinations.Part(order, d), shop));
        var whole = DestinationRates.Undivided(order);
        if (!IsOverridden(order))
            return SelectShippingLine.Offer(whole, ShippingRates.For(whole, shop));

        // Only the override knows what it offers for the new destination, and it is asked when lines are listed.
        return SameDestination(before.ShippingAddress, whole.ShippingAddress) && !OrderDestinations.IsDivided(before)
            ? whole
            : whole with
            {
                Shipping = new OrderShipping(),
            };
    }

    private static bool IsOverridden(Order order) => order.Plugins.Overrides.ContainsKey(OverrideKinds.Shipping);

    /// <summary>The same units of the same lines went to the same place before.</summary>
    private static bool IsSame(Destination destination, Order before) =>
        OrderDestinations.Of(before).FirstOrDefault(d => d.Id == destination.Id) is { } was
        && SameDestination(was.Address, destination.Address)
        && was.Lines.Select(sent => (sent.Line.Key, sent.Quantity))
            .SequenceEqual(destination.Lines.Select(sent => (sent.Line.Key, sent.Quantity)));

    private static bool SameDestination(Address? a, Address? b) =>
        a is not null
        && b is not null
        && (a.CountryCode, a.ProvinceCode, a.PostalCode, a.City) == (b.CountryCode, b.ProvinceCode, b.PostalCode, b.City);
}
