using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Settings;

/// <summary>The countries that the shop bills to.</summary>
public sealed class ListStoreCountriesEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult(Reply.Of(StoreCountries.Of(Countries.All.Where(country => ServedCountries.BillsTo(call.Shop, country)))));
}

public sealed record StoreCountries(ImmutableArray<StoreCountry> Data)
{
    internal static StoreCountries Of(IEnumerable<Country> countries) =>
        new([
            .. countries.Select(country => new StoreCountry(
                country.Code,
                country.Name,
                country.ShowsPostalCode,
                country.NeedsProvince,
                country.ShowsProvince ? [.. country.Provinces.Select(province => new StoreRegion(province.Code, province.Name))] : []
            )),
        ]);
}

public sealed record StoreCountry(
    string Code,
    string Name,
    bool HasPostalCodes,
    bool RequiresState,
    ImmutableArray<StoreRegion> Subdivisions
);

public sealed record StoreRegion(string Code, string Name);
