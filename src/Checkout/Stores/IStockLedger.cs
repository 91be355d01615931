using Checkout.Catalog;

namespace Checkout.Stores;

/// <summary>Counted stock for those who keep it: what is on hand, changes by hand, and every move that led there.</summary>
public interface IStockLedger
{
    /// <summary>One storage transaction; null when there is no counter.</summary>
    Task<StockLevel?> Level(string shop, string sku, CancellationToken cancellation);

    /// <summary>
    /// Changes the counter and writes the move in one group, on top of every sale up to then: one read and one group write, and
    /// again when a sale came between. Refused: <see cref="StockChange.UnitsToAdd"/>; the id was used for another change; there
    /// is no counter.
    /// </summary>
    Task<Result<ChangedStock>> Change(string shop, string sku, StockChange change, CancellationToken cancellation);

    /// <summary>Newest first, one storage transaction.</summary>
    Task<PageOf<StockMove>> Moves(string shop, string sku, PageRequest page, CancellationToken cancellation);

    /// <summary>The skus of products that are low, by sku: one storage transaction, and one for each to look whether it still is.</summary>
    Task<PageOf<string>> Low(string shop, PageRequest page, CancellationToken cancellation);

    /// <summary>How many products are noted as low, at most a thousand: one storage transaction.</summary>
    Task<long> CountLow(string shop, CancellationToken cancellation);
}
