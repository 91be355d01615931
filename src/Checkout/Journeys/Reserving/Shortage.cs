using System.Collections.Immutable;

namespace Checkout.Journeys.Reserving;

/// <param name="PlatformVariantId">The platform's id of the variant, or its sku.</param>
/// <param name="Available">Units that can be had.</param>
public sealed record Shortage(string Sku, string PlatformVariantId, long Available);
