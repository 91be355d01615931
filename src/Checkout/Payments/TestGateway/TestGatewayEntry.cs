using Checkout.Orders;

namespace Checkout.Payments.TestGateway;

/// <summary>One thing that the test gateway was asked for, however often it was asked.</summary>
public sealed record TestGatewayEntry
{
    public required string PublicOrderId { get; init; }
    public required string PaymentId { get; init; }
    public required string IdempotencyKey { get; init; }
    public required TransactionKind Kind { get; init; }

    /// <summary>Minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>The test token that decides the outcome, of this movement or of the authorization it descends from.</summary>
    public required string Token { get; init; }

    /// <summary>The authorization that a capture or void uses, the capture that a refund returns.</summary>
    public string? Parent { get; init; }

    /// <summary>What was really done; a caller may have been told <see cref="GatewayOutcomeKind.Unknown"/> instead.</summary>
    public required GatewayOutcome Outcome { get; init; }

    /// <summary>How often the key came.</summary>
    public int Times { get; init; } = 1;
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Money moved, or was held.</summary>
    public bool Stands => Outcome.Kind is GatewayOutcomeKind.Succeeded;
}
