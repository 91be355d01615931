using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>An order that does not exist, for test messages.</summary>
public static class SampleOrder
{
    private const string Id = "sample-order";

    /// <param name="currency">ISO 4217.</param>
    public static Order Of(string shopIdentifier, string currency, Address address, DateTimeOffset now) =>
        new Order
        {
            PublicOrderId = Id,
            ShopIdentifier = shopIdentifier,
            OrderId = 1,
            Currency = new OrderCurrency(currency),
            CreatedAt = now,
            ProcessedAt = now,
            Status = OrderStatus.Processed,
            PlatformOrderId = "1",
            EventCount = 1,
            ShippingAddress = address,
            BillingAddress = address,
            LineItems =
            [
                new LineItem
                {
                    Key = "sample",
                    Id = "sample",
                    Sku = "SAMPLE",
                    Title = "Sample",
                    ProductTitle = "Sample",
                    Quantity = 1,
                    Price = 1000,
                    FulfilledQuantity = 1,
                },
            ],
            Payments = [Payment(currency, now)],
        };

    private static Payment Payment(string currency, DateTimeOffset now) =>
        new()
        {
            Id = "sample-payment",
            GatewayPublicId = "sample-gateway",
            Token = "sample",
            Currency = currency,
            Amount = 1000,
            CreatedAt = now,
            Transactions =
            [
                new PaymentTransaction
                {
                    Id = "sample-transaction",
                    Kind = TransactionKind.Capture,
                    Amount = 1000,
                    Currency = currency,
                    Status = TransactionStatus.Succeeded,
                    IdempotencyKey = "sample",
                    OperationId = "sample",
                    CreatedAt = now,
                    SettledAt = now,
                },
            ],
        };
}
