namespace Checkout.Orders;

/// <summary>Decline codes that the domain acts on; a driver maps its gateway's own to them.</summary>
public static class GatewayCodes
{
    public const string Declined = "declined";
    public const string InsufficientFunds = "insufficient_funds";
    public const string AuthorizationExpired = "authorization_expired";

    /// <summary>The authorization was captured before and the gateway captures only once.</summary>
    public const string AuthorizationUsed = "authorization_used";

    /// <summary>It was released before it was captured, or never confirmed.</summary>
    public const string AuthorizationCanceled = "authorization_canceled";
    public const string InvalidToken = "invalid_token";
    public const string IdempotencyMismatch = "idempotency_mismatch";

    /// <summary>The shop has no such gateway any more, or its gateway does not let the shop in.</summary>
    public const string NotAvailable = "gateway_not_available";

    /// <summary>With an unknown outcome: the gateway was not asked at all.</summary>
    public const string CircuitOpen = "circuit_open";
}
