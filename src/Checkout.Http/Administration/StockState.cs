using Checkout.Catalog;

namespace Checkout.Http.Administration;

/// <summary>The stock of a product as it is shown.</summary>
/// <param name="Counted">False when the product is sold without being counted.</param>
/// <param name="OnHand">Units; null when it is not counted.</param>
/// <param name="LowStockAt">At this many units and fewer the product is listed as low; null never.</param>
public sealed record StockState(bool Counted, long? OnHand, long? LowStockAt)
{
    public static StockState Of(Product product, StockLevel? level) =>
        product.TrackInventory
            ? new StockState(Counted: true, level?.OnHand ?? 0, level?.LowStockAt)
            : new StockState(Counted: false, null, null);
}
