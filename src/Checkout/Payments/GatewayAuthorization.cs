using Checkout.Shops;

namespace Checkout.Payments;

/// <param name="Token">What the shopper offered, or what the gateway named for charging the same tender again
/// (<see cref="GatewayOutcome.ReusableToken"/>).</param>
/// <param name="Amount">Minor units.</param>
public sealed record GatewayAuthorization(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Token,
    long Amount,
    string Currency
)
{
    public GatewayShopper Shopper { get; init; } = new();

    /// <summary>The order's number for people; 0 when it has none yet.</summary>
    public long OrderNumber { get; init; }

    /// <summary>The tender is to be kept, so that it can be charged for later orders.</summary>
    public bool Retain { get; init; }

    /// <summary>
    /// The shopper is not there to confirm anything: a kept tender is charged, or an order is changed after it was placed.
    /// </summary>
    public bool IsOffSession { get; init; }

    /// <summary>Where a shopper comes back to who pays on another site; null when the order does not know.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>When the intent was written; past a gateway's memory for keys, it is looked up before it is asked for again.</summary>
    public DateTimeOffset? IntendedAt { get; init; }
}
