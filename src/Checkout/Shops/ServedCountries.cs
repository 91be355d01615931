using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Shops;

/// <summary>
/// Where a shop ships and bills: its country lists and its shipping zones. A shop without zones has its rates from
/// elsewhere (an override, a plugin), so zones limit nothing there.
/// </summary>
public static class ServedCountries
{
    public static bool ShipsTo(Shop shop, Country country) =>
        Lists(shop.ShippingCountries, country.Code)
        && (shop.ShippingZones.IsEmpty || HasRatesElsewhere(shop) || shop.ShippingZones.Any(zone => Lists(zone.Countries, country.Code)));

    /// <summary>True too when the province is not known, as long as the country is shipped to.</summary>
    public static bool ShipsTo(Shop shop, Country country, string provinceCode) =>
        ShipsTo(shop, country)
        && (
            provinceCode.Length == 0
            || shop.ShippingZones.IsEmpty
            || HasRatesElsewhere(shop)
            || shop.ShippingZones.Any(zone => Lists(zone.Countries, country.Code) && Lists(zone.Provinces, provinceCode))
        );

    public static bool BillsTo(Shop shop, Country country) => Lists(shop.BillingCountries, country.Code);

    private static bool HasRatesElsewhere(Shop shop) => shop.Overrides.Any(o => o.Type == OverrideKinds.Shipping);

    private static bool Lists(ImmutableArray<string> codes, string code) =>
        codes.IsEmpty || codes.Contains(code, StringComparer.OrdinalIgnoreCase);
}
