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
    string Currency
)
{
    /// <summary>
    /// What the back office sent along for the gateway (capture_data, refund_order_data): a JSON object as text, the same
    /// whenever the movement is asked for again; null when there is nothing.
    /// </summary>
    public string? Data { get; init; }

    /// <summary>The payment's tender, for gateways that keep no authorizations of their own (gift cards).</summary>
    public string Token { get; init; } = "";
}
