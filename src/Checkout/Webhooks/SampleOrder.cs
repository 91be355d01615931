using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>An order that does not exist, for test messages.</summary>
public static class SampleOrder
{
    private const string Id = "sample-order";

    public static Order Of(Shop shop, DateTimeOffset now)
    {
        var address = new Address
        {
            FirstName = "Sam",
            LastName = "Sample",
            AddressLine1 = "1 Sample Street",
            City = shop.Address.City,
            CountryCode = shop.Address.CountryCode,
            PostalCode = shop.Address.PostalCode,
        };
        return new Order
        {
            PublicOrderId = Id,
            ShopIdentifier = shop.Identifier,
            OrderId = 1,
            Currency = new OrderCurrency(shop.Currency),
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
            Payments = [Payment(shop.Currency, now)],
        };
    }

    /// <summary>What such an order is told of under a topic.</summary>
    public static OrderNotice Notice(Order order, string topic) => About(order, topic) with { IsTest = true };

    private static OrderNotice About(Order order, string topic)
    {
        var payment = order.Payments[0];
        return topic switch
        {
            WebhookTopic.PaymentDisputed => new OrderNotice(topic, payment)
            {
                Alert = new PaymentAlert("sample", PaymentAlert.Dispute, "needs_response", "fraudulent", payment.Amount),
            },
            WebhookTopic.OrderFulfilled => new OrderNotice(topic) { Fulfilled = FulfilledLine.Between(null, order) },
            WebhookTopic.OrderSplit => new OrderNotice(topic) { Parts = [order] },
            _ when topic.StartsWith("payment/", StringComparison.Ordinal) || topic.StartsWith("refund/", StringComparison.Ordinal) =>
                new OrderNotice(topic, payment, payment.Transactions[0]),
            WebhookTopic.OrderRefunded => new OrderNotice(topic, payment, payment.Transactions[0]),
            _ => new OrderNotice(topic),
        };
    }

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
