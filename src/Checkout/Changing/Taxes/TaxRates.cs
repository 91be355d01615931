using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Taxes;

/// <summary>
/// The rates that apply to an order: the shop's own zones or a tax override's answer
/// (docs/contract/overrides.md#tax).
/// </summary>
public sealed record TaxRates
{
    /// <summary>Of an order that goes nowhere else.</summary>
    public static readonly ImmutableDictionary<string, TaxRates> None = ImmutableDictionary<string, TaxRates>.Empty;

    /// <summary>By line item key; a line without an entry takes <see cref="SubTotal"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<LineTaxRate>> Lines { get; init; } =
        ImmutableDictionary<string, ImmutableArray<LineTaxRate>>.Empty;
    public ImmutableArray<TaxRate> Shipping { get; init; } = [];
    public ImmutableArray<TaxRate> SubTotal { get; init; } = [];

    /// <summary>Of the destinations other than the order's own address, by their ids.</summary>
    public ImmutableDictionary<string, TaxRates> Destinations { get; init; } = None;

    /// <summary>Amounts in place of rates, where a remote state authority calculated them.</summary>
    public TaxAmounts? Amounts { get; init; }

    /// <summary>The shop's rates for each destination of an order; null before it has an address.</summary>
    public static TaxRates? Of(Shop shop, Order order) =>
        TaxedContent.AddressOf(order) is { } own
            ? Of(shop, own) with
            {
                Destinations = OrderDestinations
                    .Elsewhere(order)
                    .ToImmutableDictionary(d => d.Id, d => Of(shop, d.Address), StringComparer.Ordinal),
            }
            : null;

    /// <summary>The shop's rates for an address: a zone that names the province beats one for the whole country.</summary>
    public static TaxRates Of(Shop shop, Address address)
    {
        var zones = shop.TaxZones.Where(z => Same(z.Country, address.CountryCode)).ToList();
        var zone = zones.Find(z => z.Provinces.Any(p => Same(p, address.ProvinceCode))) ?? zones.Find(z => z.Provinces.IsEmpty);
        if (zone is null)
            return new TaxRates();
        ImmutableArray<TaxRate> rates = [.. zone.Rates.Select(r => new TaxRate(r.Name, r.Rate))];
        return new TaxRates { SubTotal = rates, Shipping = zone.TaxesShipping ? rates : [] };

        static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }
}
