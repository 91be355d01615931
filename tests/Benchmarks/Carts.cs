using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Benchmarks;

/// <summary>Orders of a size, with everything on them that costs time: line fees, three discounts, two taxes, shipping.</summary>
internal static class Carts
{
    public static Order Of(int lines)
    {
        var shop = new Shop
        {
            Identifier = "benchmark1",
            Name = "Benchmark",
            Currency = "CAD",
            TaxZones =
            [
                new TaxZone
                {
                    Country = "CA",
                    Rates = [new TaxZoneRate("GST", 0.05m), new TaxZoneRate("PST", 0.07m)],
                    TaxesShipping = true,
                },
            ],
        };
        var address = new Address
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
        };
        var shipping = new ShippingLine("0", "Standard", 1250, "standard");
        var order = new Order
        {
            PublicOrderId = new string('a', 64),
            ShopIdentifier = shop.Identifier,
            OrderId = 79047599,
            Currency = new OrderCurrency("CAD"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            Customer = new Customer
            {
                PublicId = new string('c', 64),
                FirstName = "John",
                LastName = "Doe",
                EmailAddress = "john.doe@example.com",
            },
            ShippingAddress = address,
            BillingAddress = address,
            Shipping = new OrderShipping { Available = [shipping], Selected = shipping },
            Fees = [new OrderFee("wrap", "Gift wrapping", AmountKind.Fixed, 150, Taxable: true)],
            Discounts =
            [
                new OrderDiscount("1", "TEN", "Ten per cent", DiscountTarget.Order, AmountKind.Percentage, 10),
                new OrderDiscount("2", "", "Half off two lines", DiscountTarget.Lines, AmountKind.Percentage, 50)
                {
                    LineItemKeys = ["0", "1"],
                },
                new OrderDiscount("3", "", "Cheaper shipping", DiscountTarget.Shipping, AmountKind.Fixed, 200),
            ],
            LineItems =
            [
                .. Enumerable
                    .Range(0, lines)
                    .Select(i => new LineItem
                    {
                        Key = $"{i}",
                        Id = $"{i}",
                        Sku = $"SKU-{i}",
                        ProductTitle = "Oak Cheese Grater",
                        Title = "Small",
                        Price = 1000 + (i * 7 % 900),
                        Quantity = 1 + (i % 3),
                        Weight = 1000,
                        Fees = i % 5 == 0 ? [new LineFee("Eco fee", 25)] : [],
                    }),
            ],
        };
        return GenerateTaxes.Decide(order, TaxRates.Of(shop, address), included: false);
    }
}
