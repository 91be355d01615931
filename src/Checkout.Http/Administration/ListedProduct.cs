using Checkout.Catalog;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>A product of the catalog with its stock.</summary>
public sealed record ListedProduct : ProductState
{
    public StockState? Stock { get; init; }

    /// <summary>One storage transaction where the stock is counted: it is never remembered.</summary>
    public static async Task<ListedProduct> Of(string shop, Product product, IStockLedger stock, CancellationToken cancellation)
    {
        var level = product.TrackInventory ? await stock.Level(shop, product.Sku, cancellation) : null;
        return Of<ListedProduct>(product) with { Stock = StockState.Of(product, level) };
    }
}
