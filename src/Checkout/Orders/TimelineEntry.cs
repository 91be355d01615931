namespace Checkout.Orders;

/// <summary>What happened to an order: append-only, numbered without gaps, nothing secret in it.</summary>
public sealed record TimelineEntry
{
    /// <summary>1 for the first; given when the entry is recorded.</summary>
    public required long Number { get; init; }

    /// <summary>noun.verb, such as payment.authorized.</summary>
    public required string Event { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>storefront, backend, plugin:{uuid}, create_order, timer or reconcile.</summary>
    public required string Actor { get; init; }

    /// <summary>The order's version that this entry led to.</summary>
    public required long Version { get; init; }

    /// <summary>Minor units, where money moved.</summary>
    public long? Amount { get; init; }
    public string? PaymentId { get; init; }
    public string? GatewayReference { get; init; }
    public string? Detail { get; init; }
}
