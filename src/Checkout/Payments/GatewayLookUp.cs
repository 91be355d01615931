using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments;

/// <param name="Kind">What the call was to do.</param>
/// <param name="IdempotencyKey">The key of that call.</param>
/// <param name="Reference">The authorization or capture that it worked on; null for an authorization.</param>
public sealed record GatewayLookUp(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    TransactionKind Kind,
    string IdempotencyKey,
    string? Reference
)
{
    /// <summary>The payment's tender, for gateways that keep no authorizations of their own (gift cards).</summary>
    public string Token { get; init; } = "";
}
