namespace Checkout.Orders;

/// <summary>What the platform calls an order.</summary>
/// <param name="OrderId">Its id there.</param>
/// <param name="FriendlyId">The number that people know it by; null where the platform named none.</param>
public sealed record PlatformNumbers(string OrderId, string? FriendlyId = null);
