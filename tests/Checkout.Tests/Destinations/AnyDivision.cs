using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Checkout.Tests.Pricing;
using CsCheck;

namespace Checkout.Tests.Destinations;

/// <summary>Orders of every kind whose lines are divided at random over up to four addresses, each with rates and taxes of its own.</summary>
internal static class AnyDivision
{
    private static readonly ImmutableArray<Address> Places =
    [
        Place("Seattle", "US", "United States", "WA", "Washington", "98101"),
        Place("Toronto", "CA", "Canada", "ON", "Ontario", "M5V2T6"),
        Place("Portland", "US", "United States", "OR", "Oregon", "97201"),
    ];

    public static Address Seattle => Places[0];

    public static Shop Shop(bool included = false)
    {
        var shop = AnOrder.Shop();
        return shop with
        {
            Checkout = shop.Checkout with { TaxIncluded = included },
            ShippingZones =
            [
                Zone("Manitoba", "CA", "MB", ("local", 650), ("post", 950)),
                Zone("Canada", "CA", null, ("post", 1250)),
                Zone("United States", "US", null, ("ground", 1801), ("air", 3907)),
            ],
            TaxZones =
            [
                Taxed("CA", "MB", taxesShipping: true, new("GST", 0.05m), new("PST", 0.07m)),
                Taxed("CA", "ON", taxesShipping: true, new TaxZoneRate("HST", 0.13m)),
                Taxed("US", "WA", taxesShipping: false, new TaxZoneRate("GST", 0.1035m)),
            ],
        };
    }

    /// <summary>Every destination has its rate selected, and the taxes are those of the whole.</summary>
    public static Gen<Order> Taxed(bool included = false) =>
        Gen.Select(AnyOrder.Untaxed.Where(order => order.LineItems.Length > 0), Gen.Int[0, 3], Gen.Int[0, 9_999].Array[40])
            .Select((order, further, choices) => Divided(order, Shop(included), further, choices));

    private static Order Divided(Order order, Shop shop, int further, int[] choices)
    {
        var next = 0;
        var divided = order with
        {
            ShippingAddress = AnOrder.Winnipeg,
            Shipping = new OrderShipping(),
            LineItems = [.. order.LineItems.Select((line, i) => line with { Weight = 300 + i, RequiresShipping = Choose(5) > 0 })],
        };
        for (var i = 0; i < further; i++)
            divided = ShippingAddresses.Add(divided, shop, Places[i], AnOrder.Now).Value;
        for (var i = 0; i < further; i++)
            divided = ShippingAddresses
                .Send(
                    divided,
                    shop,
                    $"{i + 2}",
                    divided
                        .LineItems.Where(line => line.RequiresShipping)
                        .ToDictionary(line => line.Id, line => (int?)Choose(line.Quantity + 1)),
                    AnOrder.Now
                )
                .Value;
        divided = Relist.After(divided, shop);
        foreach (var destination in OrderDestinations.Of(divided).Where(d => d.IsShippedTo))
        {
            var offered = OrderDestinations.OfferedTo(divided, destination.Id).Available;
            divided = SelectShippingLine.For(divided, destination.Id, offered[Choose(offered.Length)].Id).Value;
        }

        return GenerateTaxes.Decide(divided, TaxRates.Of(shop, divided)!, shop.Checkout.TaxIncluded);

        int Choose(int most) => choices[next++ % choices.Length] % most;
    }

    private static Address Place(string city, string country, string name, string province, string provinceName, string postalCode) =>
        AnOrder.Winnipeg with
        {
            City = city,
            CountryCode = country,
            Country = name,
            ProvinceCode = province,
            Province = provinceName,
            PostalCode = postalCode,
        };

    private static ShippingZone Zone(string name, string country, string? province, params (string Code, long Amount)[] rates) =>
        new()
        {
            Name = name,
            Countries = [country],
            Provinces = province is null ? [] : [province],
            Rates =
            [
                .. rates.Select(rate => new ZoneRate
                {
                    Code = rate.Code,
                    Description = rate.Code,
                    Amount = rate.Amount,
                    AmountPerKilogram = 7,
                }),
            ],
        };

    private static TaxZone Taxed(string country, string province, bool taxesShipping, params TaxZoneRate[] rates) =>
        new()
        {
            Country = country,
            Provinces = [province],
            TaxesShipping = taxesShipping,
            Rates = [.. rates],
        };
}
