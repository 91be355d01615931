using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>A back-office call that moves money.</summary>
/// <param name="Kind">What it moves.</param>
public sealed record MoneyRequest(MoneyOperationKind Kind)
{
    /// <summary>Minor units; null is all there is, or what the returned units cost where <see cref="IsForReturned"/>.</summary>
    public long? Amount { get; init; }

    /// <summary>A refund of what <see cref="Returned"/> costs.</summary>
    public bool IsForReturned { get; init; }

    /// <summary>What the client sends along for the gateway: a JSON object as text; null when there is nothing.</summary>
    public string? Data { get; init; }
    public string? PaymentId { get; init; }
    public bool Reauthorize { get; init; }
    public string? Reason { get; init; }

    /// <summary>A void that cancels the order too.</summary>
    public bool CancelsOrder { get; init; }

    /// <summary>Units that come back with a refund, by line item key.</summary>
    public ImmutableArray<ReturnedLine> Returned { get; init; } = [];
    public bool NotifyByEmail { get; init; }

    /// <summary>The client's idempotent_key; null when it gave none.</summary>
    public string? IdempotentKey { get; init; }

    /// <summary>SHA-256 of the canonical request, hex: the key with other contents is refused.</summary>
    public string BodyHash { get; init; } = "";
    public string Actor { get; init; } = "backend";
}
