namespace Checkout.Catalog;

/// <summary>The stock of a product that is counted.</summary>
/// <param name="OnHand">Units.</param>
/// <param name="LowStockAt">At this many units and fewer it is low; null when nobody wants to know.</param>
public sealed record StockLevel(long OnHand, long? LowStockAt);
