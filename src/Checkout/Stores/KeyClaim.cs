namespace Checkout.Stores;

/// <param name="IsNew">True for the one caller whose ids are kept.</param>
/// <param name="BodyHash">Of what every later request with the key must repeat.</param>
public sealed record KeyClaim(bool IsNew, string BodyHash, string PublicOrderId, long OrderId);
