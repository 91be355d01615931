namespace Checkout.Stores;

/// <param name="IsNew">True for the one caller whose ids are kept.</param>
public sealed record KeyClaim(bool IsNew, string BodyHash, string PublicOrderId, long OrderId);
