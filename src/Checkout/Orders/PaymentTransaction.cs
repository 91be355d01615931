namespace Checkout.Orders;

/// <summary>
/// One movement of money. It is written <see cref="TransactionStatus.Pending"/> before the gateway is called and
/// settled after; whoever finds it pending calls again with the same <see cref="IdempotencyKey"/>.
/// </summary>
public sealed record PaymentTransaction
{
    public required string Id { get; init; }
    public required TransactionKind Kind { get; init; }

    /// <summary>Minor units, positive.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public TransactionStatus Status { get; init; }

    /// <summary>Derived from order, payment and step, never random per try.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The call that made it: every movement of one call shares it, so a repeated call finds what it did before.</summary>
    public required string OperationId { get; init; }

    /// <summary>The authorization a capture or void uses, or the capture a refund returns.</summary>
    public string? ParentId { get; init; }

    /// <summary>The failed capture that a new authorization replaces.</summary>
    public string? RetryOf { get; init; }

    /// <summary>True for an authorization that the gateway no longer honors.</summary>
    public bool Expired { get; init; }

    /// <summary>The gateway's own id for the movement.</summary>
    public string? GatewayReference { get; init; }

    /// <summary>What the shopper's browser needs to confirm; only while <see cref="TransactionStatus.NeedsAction"/>.</summary>
    public string? ClientSecret { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
}
