namespace Checkout.Stores;

/// <param name="IsNew">True for the one caller whose ids now stand.</param>
public sealed record KeyClaim(bool IsNew, string BodyHash, string PublicOrderId, long OrderId);
