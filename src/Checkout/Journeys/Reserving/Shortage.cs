namespace Checkout.Journeys.Reserving;

/// <param name="PlatformVariantId">The platform's id of the variant, or its sku.</param>
/// <param name="Available">Units that are available.</param>
public sealed record Shortage(string Sku, string PlatformVariantId, long Available);
