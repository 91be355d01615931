using Checkout.Http.Frame.Json;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Orders;

/// <summary>An order as it shows in a list (docs/contract/backend.md#list-orders). Amounts in minor units of <c>currency</c>.</summary>
public record OrderRowState
{
    public required string PublicOrderId { get; init; }

    /// <summary>The short number, such as 7K3M-92QF.</summary>
    public required string OrderNumber { get; init; }
    public required long OrderId { get; init; }
    public required string? PlatformOrderId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? PlacedAt { get; init; }

    /// <summary>open, processing, placed or canceled.</summary>
    [WordsOf(typeof(OrderWords))]
    public required string OrderStatus { get; init; }

    /// <summary>pending, authorized, partially_paid, paid, partially_refunded, refunded, voided or payment_due.</summary>
    [WordsOf(typeof(FinancialWords))]
    public required string FinancialStatus { get; init; }

    /// <summary>unfulfilled, partial or fulfilled.</summary>
    [WordsOf(typeof(FulfillmentWords))]
    public required string FulfillmentStatus { get; init; }
    public required string CustomerName { get; init; }
    public required string EmailAddress { get; init; }
    public required string Currency { get; init; }
    public required long OrderTotal { get; init; }

    /// <summary>Units of all lines.</summary>
    public required long ItemCount { get; init; }

    public static OrderRowState Of(OrderSummary order) =>
        new()
        {
            PublicOrderId = order.PublicOrderId,
            OrderNumber = order.OrderNumber,
            OrderId = order.OrderId,
            PlatformOrderId = order.PlatformOrderId,
            CreatedAt = order.CreatedAt,
            PlacedAt = order.PlacedAt,
            OrderStatus = order.OrderStatus,
            FinancialStatus = order.FinancialStatus,
            FulfillmentStatus = order.FulfillmentStatus,
            CustomerName = order.CustomerName,
            EmailAddress = order.EmailAddress,
            Currency = order.Currency,
            OrderTotal = order.OrderTotal,
            ItemCount = order.ItemCount,
        };
}
