namespace Checkout.Payments;

public enum GatewayOutcomeKind
{
    Succeeded,
    Declined,

    /// <summary>The shopper must confirm first (SCA).</summary>
    NeedsAction,

    /// <summary>Nobody knows: a time-out or a broken answer. Ask again with the same key.</summary>
    Unknown,
}
