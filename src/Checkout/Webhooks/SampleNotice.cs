using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>What a test message tells, of an order that does not exist.</summary>
public static class SampleNotice
{
    public static Order Order(Shop shop, DateTimeOffset now) =>
        SampleOrder.Of(
            shop.Identifier,
            shop.Currency,
            new Address
            {
                FirstName = "Sam",
                LastName = "Sample",
                AddressLine1 = "1 Sample Street",
                City = shop.Address.City,
                CountryCode = shop.Address.CountryCode,
                PostalCode = shop.Address.PostalCode,
            },
            now
        );

    /// <summary>What such an order is told of under a topic.</summary>
    public static OrderNotice Of(Order order, string topic) => About(order, topic) with { IsTest = true };

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
}
