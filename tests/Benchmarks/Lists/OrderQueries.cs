using Checkout.Orders;
using Checkout.Viewing;

namespace Checkout.Benchmarks.Lists;

/// <summary>What can be asked of a list of orders, by name.</summary>
internal static class OrderQueries
{
    /// <summary>The begin of the first order of a filled shop; the others follow by the minute.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="wanted">The order in the middle, which is placed.</param>
    public static IEnumerable<(string Name, OrderQuery Query)> Around(Order wanted)
    {
        yield return ("orders", new OrderQuery());
        yield return ("orders, open", new OrderQuery { Open = true });
        yield return ("orders, from and to", new OrderQuery { From = wanted.CreatedAt, To = wanted.CreatedAt.AddMinutes(40) });
        yield return ("orders, from the middle on", new OrderQuery { To = OrderSummary.Of(wanted).At });
        yield return ("orders, status of all", new OrderQuery { Open = false, OrderStatus = OrderWords.Placed });
        yield return ("orders, status of none", new OrderQuery { Open = false, OrderStatus = OrderWords.Canceled });
        yield return ("orders, financial_status of all", new OrderQuery { FinancialStatus = FinancialWords.Pending });
        yield return ("orders, financial_status of none", new OrderQuery { FinancialStatus = FinancialWords.Refunded });
        yield return ("orders, fulfillment_status of all", new OrderQuery { FulfillmentStatus = FulfillmentWords.Unfulfilled });
        yield return ("orders, fulfillment_status of none", new OrderQuery { FulfillmentStatus = FulfillmentWords.Partial });
        yield return (
            "orders, both words of all",
            new OrderQuery { FinancialStatus = FinancialWords.Pending, FulfillmentStatus = FulfillmentWords.Unfulfilled }
        );
        yield return (
            "orders, both words of none",
            new OrderQuery { FinancialStatus = FinancialWords.Pending, FulfillmentStatus = FulfillmentWords.Fulfilled }
        );
        yield return ("orders, open, status of all", new OrderQuery { Open = true, OrderStatus = OrderWords.Open });
        yield return ("orders, open, status of none", new OrderQuery { Open = true, OrderStatus = OrderWords.Processing });
        yield return ("orders, min_total of all", new OrderQuery { MinTotal = 1 });
        yield return ("orders, min_total of none", new OrderQuery { MinTotal = 1_000_000 });
        yield return ("order by e-mail address", new OrderQuery { EmailAddress = wanted.Customer!.EmailAddress });
        yield return ("order by short number", new OrderQuery { OrderNumber = OrderNumber.Of(wanted) });
        yield return ("order by order id", new OrderQuery { OrderId = wanted.OrderId });
        yield return ("order by public id", new OrderQuery { PublicOrderId = wanted.PublicOrderId });
        yield return ("order by platform number", new OrderQuery { PlatformOrderId = wanted.PlatformOrderId });
    }
}
