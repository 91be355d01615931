using Checkout.Shops;

namespace Checkout.Payments;

/// <param name="Reference">The gateway's id of the authorization (capture, void) or of the capture (refund).</param>
/// <param name="Amount">Minor units.</param>
public sealed record GatewayMovement(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Reference,
    long Amount,
    string Currency)
{
    /// <summary>The payment's tender, for gateways that keep no authorizations of their own (gift cards).</summary>
    public string Token { get; init; } = "";
}
