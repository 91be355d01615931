using System.Text.Json.Serialization;

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

    /// <summary>What the client sent along for the gateway: a JSON object as text, the same for every try; null when nothing.</summary>
    public string? Data { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Nothing is waited for any more.</summary>
    [JsonIgnore]
    public bool IsSettled => Status is TransactionStatus.Succeeded or TransactionStatus.Failed;

    /// <summary>The money moved.</summary>
    /// <exception cref="InvalidOperationException">The movement is settled already.</exception>
    public PaymentTransaction Succeed(string? gatewayReference, DateTimeOffset at) =>
        Unsettled() with
        {
            Status = TransactionStatus.Succeeded,
            GatewayReference = gatewayReference ?? GatewayReference,
            ClientSecret = null,
            SettledAt = at,
        };

    /// <summary>The shopper has still to confirm.</summary>
    /// <exception cref="InvalidOperationException">The movement is settled already.</exception>
    public PaymentTransaction AwaitShopper(string? gatewayReference, string? clientSecret) =>
        Unsettled() with
        {
            Status = TransactionStatus.NeedsAction,
            GatewayReference = gatewayReference,
            ClientSecret = clientSecret,
        };

    /// <summary>The money did not move.</summary>
    /// <exception cref="InvalidOperationException">The movement is settled already.</exception>
    public PaymentTransaction Fail(string code, string? message, DateTimeOffset at) =>
        Unsettled() with
        {
            Status = TransactionStatus.Failed,
            FailureCode = code,
            FailureMessage = message,
            ClientSecret = null,
            SettledAt = at,
        };

    /// <summary>A refund that the gateway took and could not pay out later.</summary>
    /// <exception cref="InvalidOperationException">The movement is no refund that succeeded.</exception>
    public PaymentTransaction FailRefund(string code, string? message, DateTimeOffset at) =>
        this is { Kind: TransactionKind.Refund, Status: TransactionStatus.Succeeded }
            ? this with
            {
                Status = TransactionStatus.Failed,
                FailureCode = code,
                FailureMessage = message,
                SettledAt = at,
            }
            : throw new InvalidOperationException($"Transaction {Id} is no refund that succeeded.");

    private PaymentTransaction Unsettled() =>
        IsSettled ? throw new InvalidOperationException($"Transaction {Id} is settled already.") : this;
}
