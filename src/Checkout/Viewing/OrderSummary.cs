using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Viewing;

/// <summary>One line of a list of orders (docs/contract/backend.md#list-orders). Amounts in minor units of the currency.</summary>
public sealed record OrderSummary
{
    public required string PublicOrderId { get; init; }
    public required long OrderId { get; init; }
    public string? PlatformOrderId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PlacedAt { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }
    public required string OrderStatus { get; init; }
    public required string FinancialStatus { get; init; }
    public required string FulfillmentStatus { get; init; }
    public required string CustomerName { get; init; }
    public required string EmailAddress { get; init; }
    public required string Currency { get; init; }
    public required long OrderTotal { get; init; }
    public required long ItemCount { get; init; }

    /// <summary>The short number (<see cref="Orders.OrderNumber"/>).</summary>
    public string OrderNumber => Orders.OrderNumber.Of(PublicOrderId);

    /// <summary>What lists go by: when the order was placed, or else canceled, or else begun.</summary>
    public DateTimeOffset At => PlacedAt ?? CanceledAt ?? CreatedAt;

    /// <summary>Neither placed nor canceled.</summary>
    public bool IsOpen => OrderStatus is OrderWords.Open or OrderWords.Processing;

    public static OrderSummary Of(Order order)
    {
        var price = OrderPrice.Of(order);
        return new OrderSummary
        {
            PublicOrderId = order.PublicOrderId,
            OrderId = order.OrderId,
            PlatformOrderId = order.PlatformOrderId,
            CreatedAt = order.CreatedAt,
            PlacedAt = order.ProcessedAt,
            CanceledAt = order.CanceledAt,
            OrderStatus = OrderWords.Of(order),
            FinancialStatus = FinancialWords.Of(order, price),
            FulfillmentStatus = FulfillmentWords.Of(order),
            CustomerName = NameOf(order),
            EmailAddress = order.Customer?.EmailAddress ?? "",
            Currency = order.Currency.Code,
            OrderTotal = price.Total,
            ItemCount = order.LineItems.Sum(line => (long)line.Quantity),
        };
    }

    /// <summary>The customer's, or else that of an address; empty when nobody is named.</summary>
    private static string NameOf(Order order)
    {
        string?[] names = [order.Customer?.Name, order.BillingAddress?.PersonName, order.ShippingAddress?.PersonName];
        return names.FirstOrDefault(name => name is { Length: > 0 }) ?? "";
    }
}
