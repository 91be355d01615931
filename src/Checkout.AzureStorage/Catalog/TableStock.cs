using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Catalog;
using Checkout.Faults;

namespace Checkout.AzureStorage.Catalog;

/// <summary>Stock counters beside the items in table <c>catalog</c>.</summary>
public sealed class TableStock(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IStock
{
    private const string StockRow = "stock";

    private readonly CountedMoves moves = new(tables.Catalog, StockRow, time);

    public async Task<long?> OnHand(string shop, string sku, CancellationToken cancellation)
    {
        var row = await tables.Catalog.GetEntityIfExistsAsync<TableEntity>(TableCatalog.SkuPartition(shop, sku), StockRow, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetInt64(CountedMoves.Amount) : null;
    }

    public async Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeStockMove);

        // A variant that is not counted never runs short.
        var moved = await moves.Move(TableCatalog.SkuPartition(shop, sku), moveId, quantity, cancellation) is not MoveOutcome.TooFew;
        crash.Reach(CrashPoint.AfterStockMove);
        return moved;
    }

    public async Task<bool> HasMoved(string shop, string sku, string moveId, CancellationToken cancellation) =>
        await moves.Moved(TableCatalog.SkuPartition(shop, sku), moveId, cancellation) is not null;

    /// <summary>
    /// Sets the counter to what was counted on the shelves (a stock-take, or a test's start). A move that comes
    /// between finds its ETag changed and reads again.
    /// </summary>
    public Task Set(string shop, string sku, long onHand, CancellationToken cancellation) =>
        tables.Catalog.UpsertEntityAsync(Counter(TableCatalog.SkuPartition(shop, sku), onHand), TableUpdateMode.Replace, cancellation);

    internal static TableEntity Counter(string partition, long onHand) => new(partition, StockRow) { [CountedMoves.Amount] = onHand };
}
