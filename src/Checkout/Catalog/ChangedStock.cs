namespace Checkout.Catalog;

/// <summary>What a change found and left.</summary>
/// <param name="Was">Units on hand right before.</param>
public sealed record ChangedStock(long Was, StockLevel Level);
