using System.Collections.Immutable;
using Checkout.Http.Backend.CreateOrder;
using Checkout.Orders;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// An order as people of a back office see it (docs/contract/backend.md#order-view): the line of the list, and beside it what
/// became of its money and its goods.
/// </summary>
public sealed record OrderViewState : OrderRowState
{
    public required string? CancelReason { get; init; }
    public required DateTimeOffset? CanceledAt { get; init; }
    public required ImmutableArray<OrderNoteState> Notes { get; init; }

    /// <summary>The commands of the Create Order that made it; null when none did.</summary>
    public required ImmutableArray<CommandState>? Journal { get; init; }
    public required ImmutableArray<PaymentViewState> Payments { get; init; }
    public required ImmutableArray<ShipmentState> Shipments { get; init; }
    public required ImmutableArray<RefundViewState> Refunds { get; init; }

    public static OrderViewState Of(Order order)
    {
        var summary = OrderSummary.Of(order);
        return new OrderViewState
        {
            PublicOrderId = summary.PublicOrderId,
            OrderNumber = summary.OrderNumber,
            OrderId = summary.OrderId,
            PlatformOrderId = summary.PlatformOrderId,
            CreatedAt = summary.CreatedAt,
            PlacedAt = summary.PlacedAt,
            OrderStatus = summary.OrderStatus,
            FinancialStatus = summary.FinancialStatus,
            FulfillmentStatus = summary.FulfillmentStatus,
            CustomerName = summary.CustomerName,
            EmailAddress = summary.EmailAddress,
            Currency = summary.Currency,
            OrderTotal = summary.OrderTotal,
            ItemCount = summary.ItemCount,
            CancelReason = order.CancelReason,
            CanceledAt = order.CanceledAt,
            Notes = [.. order.Notes.Select(OrderNoteState.Of)],
            Journal = order.Journal is { } journal ? [.. journal.Commands.Select(CommandState.Of)] : null,
            Payments = [.. order.Payments.Select(PaymentViewState.Of)],
            Shipments = [.. order.Shipments.Select(ShipmentState.Of)],
            Refunds = RefundViewState.Of(order),
        };
    }
}
