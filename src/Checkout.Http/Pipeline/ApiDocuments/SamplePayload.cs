using Checkout.Orders;
using Checkout.Shops;
using Checkout.Webhooks;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>What the examples of the API document are about: an order and a shop that do not exist.</summary>
internal static class SamplePayload
{
    public static DateTimeOffset At { get; } = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    public static Shop Shop { get; } =
        new()
        {
            Identifier = "zp3oafdor9",
            Name = "Cheese Boards Unlimited",
            Domain = "cheese-boards.example.com",
            Currency = "CAD",
            Address = new ShopAddress
            {
                Line1 = "1 Main Street",
                City = "Winnipeg",
                Province = "Manitoba",
                ProvinceCode = "MB",
                Country = "Canada",
                CountryCode = "CA",
                PostalCode = "R3Y 0L6",
            },
        };

    public static Order Order { get; } = SampleNotice.Order(Shop, At);
}
