using Checkout.Shops;

namespace Checkout.Payments;

/// <param name="IdempotencyKey">The key of the authorization.</param>
/// <param name="Reference">What the gateway answered to the authorization.</param>
public sealed record GatewayConfirmation(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Reference
)
{
    /// <summary>
    /// The shopper has just confirmed on the gateway's own page, which is ours where the gateway is the test gateway:
    /// it has no other way to know. Gateways elsewhere know by themselves.
    /// </summary>
    public bool ByShopper { get; init; }

    /// <summary>
    /// Nobody is to confirm any more: the gateway drops the authorization and answers declined, or succeeded when the
    /// shopper was faster.
    /// </summary>
    public bool IsGivenUp { get; init; }
}
