namespace Checkout.Catalog;

/// <summary>Something that changed the stock of a product.</summary>
/// <param name="Kind">sale, return, set or adjust.</param>
/// <param name="Quantity">Units that came; below zero when they went.</param>
/// <param name="OnHand">Units afterwards; null for what was put back beside the counter.</param>
public sealed record StockMove(DateTimeOffset At, string Kind, long Quantity, long? OnHand, string? Reason, string? PublicOrderId);
