namespace Checkout.Viewing;

/// <summary>
/// Which orders of a shop are asked for: those under one key, or those of one list, and of these the ones that match. What is
/// null is not asked.
/// </summary>
public sealed record OrderQuery
{
    /// <summary>At most one of the keys is given.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>The short number, such as 7K3M-92QF.</summary>
    public string? OrderNumber { get; init; }
    public long? OrderId { get; init; }
    public string? PlatformOrderId { get; init; }
    public string? PublicOrderId { get; init; }

    /// <summary>
    /// True for the open orders, false for those that are placed or canceled. Without a key, null is false; with one, it is both.
    /// </summary>
    public bool? Open { get; init; }
    public string? OrderStatus { get; init; }
    public string? FinancialStatus { get; init; }
    public string? FulfillmentStatus { get; init; }

    /// <summary>The first moment of <see cref="OrderSummary.At"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment that is no longer asked for.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Minor units, as is the most.</summary>
    public long? MinTotal { get; init; }
    public long? MaxTotal { get; init; }

    public bool HasKey =>
        EmailAddress is not null
        || OrderNumber is not null
        || OrderId is not null
        || PlatformOrderId is not null
        || PublicOrderId is not null;

    /// <summary>The order is one of the list of open ones that is asked for, and not of that of the placed.</summary>
    public bool ListsOpen => !HasKey && (Open ?? false);

    public bool Matches(OrderSummary order) =>
        (PublicOrderId is null || PublicOrderId == order.PublicOrderId)
        && HasStatuses(order)
        && IsWithin(order.At)
        && HasTotal(order.OrderTotal);

    private bool HasStatuses(OrderSummary order) =>
        (Open is not { } open || open == order.IsOpen)
        && (OrderStatus is null || OrderStatus == order.OrderStatus)
        && (FinancialStatus is null || FinancialStatus == order.FinancialStatus)
        && (FulfillmentStatus is null || FulfillmentStatus == order.FulfillmentStatus);

    private bool IsWithin(DateTimeOffset at) => (From is not { } from || at >= from) && (To is not { } to || at < to);

    private bool HasTotal(long total) => (MinTotal is not { } min || total >= min) && (MaxTotal is not { } max || total <= max);
}
