using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Shipping;

/// <summary>
/// The shipping lines a shop offers for an order, from its zones by country, province, weight and subtotal.
/// </summary>
public static class ShippingRates
{
    /// <summary>Lines in the shop's order, numbered from "0"; none without an address or when nothing is shipped.</summary>
    public static ImmutableArray<ShippingLine> For(Order order, Shop shop) =>
        order.ShippingAddress is { } address ? For(order, shop, address) : [];

    public static ImmutableArray<ShippingLine> For(Order order, Shop shop, Address address)
    {
        if (!order.RequiresShipping || ZoneOf(shop, address) is not { } zone)
            return [];
        var weight = order.LineItems.Where(l => l.RequiresShipping).Sum(l => l.TotalWeight);
        var subtotal = order.LineItems.Sum(l => l.TotalPrice);
        return
        [
            .. zone
                .Rates.Where(rate => Holds(rate, weight, subtotal, order.Currency))
                .Select(
                    (rate, index) =>
                        new ShippingLine(
                            index.ToString(),
                            rate.Description,
                            order.Currency.FromShop(checked(rate.Amount + (rate.AmountPerKilogram * ((weight + 999) / 1000)))),
                            rate.Code
                        )
                ),
        ];
    }

    /// <summary>True when the shop ships to the address at all.</summary>
    public static bool Ships(Shop shop, Address address) => ZoneOf(shop, address) is not null;

    private static ShippingZone? ZoneOf(Shop shop, Address address)
    {
        var zones = shop.ShippingZones.Where(z => z.Countries.IsEmpty || Names(z.Countries, address.CountryCode)).ToList();
        return zones.Find(z => Names(z.Provinces, address.ProvinceCode))
            ?? zones.Find(z => !z.Countries.IsEmpty && z.Provinces.IsEmpty)
            ?? zones.Find(z => z.Countries.IsEmpty && z.Provinces.IsEmpty);
    }

    private static bool Names(ImmutableArray<string> codes, string code) => codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static bool Holds(ZoneRate rate, long weight, long subtotal, OrderCurrency currency) =>
        weight >= (rate.MinWeight ?? 0)
        && weight <= (rate.MaxWeight ?? long.MaxValue)
        && subtotal >= currency.FromShop(rate.MinSubtotal ?? 0)
        && (rate.MaxSubtotal is not { } max || subtotal <= currency.FromShop(max));
}
