using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>What a letter is shown by when there is no order to show it by: an order with something of everything.</summary>
public static class SampleLetters
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Of <see cref="GiftCard"/>, which is no card of anybody.</summary>
    public const string Code = "SAMPLE-CODE-0000";

    public static LetterGiftCard GiftCard { get; } =
        new("sample", "sample", 5000, "CAD")
        {
            RecipientName = "Alex",
            Message = "Happy birthday!",
            ExpiresAt = Noon.AddYears(1),
        };

    public static Order Order(Shop shop) =>
        new()
        {
            PublicOrderId = "sample",
            ShopIdentifier = shop.Identifier,
            OrderId = 1_000_000_000_000_001,
            Currency = new OrderCurrency(shop.Currency),
            CreatedAt = Noon,
            ProcessedAt = Noon,
            PlatformOrderId = "1001",
            CancelReason = "Sold out.",
            Customer = new Customer
            {
                FirstName = "Alex",
                LastName = "Sample",
                EmailAddress = "alex.sample@example.com",
            },
            ShippingAddress = Home,
            BillingAddress = Home,
            LineItems =
            [
                new LineItem
                {
                    Key = "kettle",
                    Id = "1",
                    Sku = "KETTLE-1",
                    ProductTitle = "Kettle",
                    Title = "Steel, 1.7 l",
                    Quantity = 2,
                    Price = Minor(shop, 20),
                    FulfilledQuantity = 1,
                    Fees = [new LineFee("Gift wrap", Minor(shop, 3))],
                },
                new LineItem
                {
                    Key = "cups",
                    Id = "2",
                    Sku = "CUPS-6",
                    ProductTitle = "Set of cups",
                    Title = "Set of cups",
                    Quantity = 1,
                    Price = Minor(shop, 30),
                },
            ],
            Discounts = [new OrderDiscount("1", "WELCOME10", "WELCOME10", DiscountTarget.Order, AmountKind.Percentage, 10)],
            Fees = [new OrderFee("1", "Small order fee", AmountKind.Fixed, Minor(shop, 2), Taxable: false)],
            Shipping = new OrderShipping { Selected = new ShippingLine("1", "Standard, 3 to 5 days", Minor(shop, 8), "standard") },
            Taxes = new OrderTaxes { Shipping = [new Tax("GST", Minor(shop, 1), IsIncluded: false)] },
        };

    /// <summary>A letter of a kind about an order, with facts that it may not have yet.</summary>
    public static Letter Of(LetterKind kind, Order order) =>
        kind switch
        {
            LetterKind.Refunded => new Letter(kind) { Amount = RefundedOf(order), Lines = Units(order, line => line.RestockedQuantity) },
            LetterKind.Shipped when order.Shipments is [.., var newest] => LettersDue.Of(newest, order),
            LetterKind.Shipped => new Letter(kind)
            {
                Lines = Units(order, line => line.FulfilledQuantity),
                Tracking = new Tracking("Canada Post", "1234 5678 9012", "https://carrier.example/track/123456789012"),
            },
            LetterKind.GiftCard => new Letter(kind)
            {
                To = order.Customer?.EmailAddress,
                GiftCard = GiftCard with { Amount = OrderPrice.Of(order).Total, Currency = order.Currency.Code },
            },
            _ => new Letter(kind),
        };

    private static long RefundedOf(Order order) =>
        order.Payments.Sum(p => p.Refunded) is > 0 and var refunded ? refunded : OrderPrice.Of(order).Total;

    /// <summary>All of them where none was shipped or came back yet.</summary>
    private static ImmutableArray<LetterLine> Units(Order order, Func<LineItem, int> moved)
    {
        var lines = order.LineItems.Select(line => new LetterLine(line.Key, moved(line))).Where(line => line.Quantity > 0).ToList();
        return lines.Count > 0 ? [.. lines] : [.. order.LineItems.Select(line => new LetterLine(line.Key, line.Quantity))];
    }

    private static long Minor(Shop shop, int units) => Currency.Of(shop.Currency).ToMinorUnits(units);

    private static Address Home =>
        new()
        {
            FirstName = "Alex",
            LastName = "Sample",
            AddressLine1 = "50 Fultz Boulevard",
            City = "Winnipeg",
            Province = "Manitoba",
            PostalCode = "R3Y 0L6",
            Country = "Canada",
        };
}
