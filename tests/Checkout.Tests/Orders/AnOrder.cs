using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Tests.Orders;

/// <summary>An order and its shop to begin from.</summary>
internal static class AnOrder
{
    public static readonly Occasion Now = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "storefront");

    public static readonly Address Winnipeg = new()
    {
        FirstName = "John",
        LastName = "Doe",
        AddressLine1 = "50 Fultz Blvd",
        City = "Winnipeg",
        Province = "Manitoba",
        ProvinceCode = "MB",
        Country = "Canada",
        CountryCode = "CA",
        PostalCode = "R3Y0L6",
        PhoneNumber = "8005550101",
    };

    public static Shop Shop() =>
        new()
        {
            Identifier = "demoshop01",
            Name = "Demo",
            Currency = "CAD",
            ShippingZones =
            [
                new ShippingZone
                {
                    Name = "Canada",
                    Countries = ["CA"],
                    Rates =
                    [
                        new ZoneRate
                        {
                            Code = "post",
                            Description = "Post",
                            Amount = 900,
                        },
                    ],
                },
                new ShippingZone
                {
                    Name = "New York",
                    Countries = ["US"],
                    Provinces = ["NY"],
                    Rates =
                    [
                        new ZoneRate
                        {
                            Code = "truck",
                            Description = "Truck",
                            Amount = 1900,
                        },
                    ],
                },
            ],
        };

    public static Order Of(params ImmutableArray<LineItem> lines) =>
        new()
        {
            PublicOrderId = new string('a', 64),
            ShopIdentifier = "demoshop01",
            OrderId = 1,
            Currency = new OrderCurrency("CAD"),
            CreatedAt = Now.At,
            LineItems = lines,
        };

    public static LineItem Line(string key = "line", int quantity = 1, long price = 2350) =>
        new()
        {
            Key = key,
            Id = key,
            Sku = key,
            Quantity = quantity,
            Price = price,
            Weight = 1000,
        };

    public static Order WithShipping(Shop shop)
    {
        var order = Of(Line()) with { ShippingAddress = Winnipeg };
        return SelectShippingLine.Decide(SelectShippingLine.Offer(order, ShippingRates.For(order, shop)), "0", null).Value;
    }
}
