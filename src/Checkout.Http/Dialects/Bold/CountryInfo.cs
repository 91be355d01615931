using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Checkout.Addresses;
using Checkout.Shops;

namespace Checkout.Http.Dialects.Bold;

/// <summary>A country that the shop ships or bills to, and what an address in it needs (docs/contract/shapes.md#initial_data).</summary>
public sealed record CountryInfo(
    string IsoCode,
    string Name,
    bool ShowProvince,
    string ProvinceLabel,
    bool ShowPostalCode,
    bool ValidForShipping,
    bool ValidForBilling,
    ImmutableArray<ProvinceInfo> Provinces
)
{
    public static CountryInfo Of(Shop shop, Country country)
    {
        var (ships, bills) = (ServedCountries.ShipsTo(shop, country), ServedCountries.BillsTo(shop, country));
        return new CountryInfo(
            country.Code,
            country.Name,
            country.ShowsProvince,
            country.ProvinceLabel,
            country.ShowsPostalCode,
            ships,
            bills,
            country.ShowsProvince
                ?
                [
                    .. country.Provinces.Select(p => new ProvinceInfo(
                        p.Code,
                        p.Name,
                        ships && ServedCountries.ShipsTo(shop, country, p.Code),
                        bills
                    )),
                ]
                : []
        );
    }
}

public sealed record ProvinceInfo(string IsoCode, string Name, bool ValidForShipping, bool ValidForBilling);

/// <summary>The country list of each shop, made once for as long as the shop's document stays the same.</summary>
public sealed class CountryLists
{
    private readonly ConditionalWeakTable<Shop, StrongBox<ImmutableArray<CountryInfo>>> known = [];

    public ImmutableArray<CountryInfo> Of(Shop shop) =>
        known
            .GetValue(
                shop,
                static s => new StrongBox<ImmutableArray<CountryInfo>>([
                    .. Countries
                        .All.Select(country => CountryInfo.Of(s, country))
                        .Where(info => info.ValidForShipping || info.ValidForBilling),
                ])
            )
            .Value;
}
