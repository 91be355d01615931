using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.Catalog;

/// <summary>Stock counters beside the items in table <c>catalog</c>.</summary>
public sealed class TableStock(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IStock
{
    private const string StockRow = "stock";

    private readonly CountedMoves moves = new(tables.Catalog, StockRow, time);

    public async Task<long?> OnHand(string shop, string sku, CancellationToken cancellation) =>
        (await moves.Read(TableCatalog.SkuPartition(shop, sku), cancellation))?.Total;

    public async Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeStockMove);
        var moved = await Done(TableCatalog.SkuPartition(shop, sku), moveId, quantity, cancellation);
        crash.Reach(CrashPoint.AfterStockMove);
        return moved;
    }

    private async Task<bool> Done(string partition, string moveId, long quantity, CancellationToken cancellation)
    {
        // A variant that is not counted never runs short.
        if (quantity > 0)
            return await moves.Move(partition, moveId, quantity, cancellation) is not MoveOutcome.TooFew;
        await moves.PutBack(partition, moveId, -quantity, cancellation);
        return true;
    }

    public async Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeStockMove);
        await moves.Close(TableCatalog.SkuPartition(shop, sku), moveId, quantity, cancellation);
        crash.Reach(CrashPoint.AfterStockMove);
    }

    /// <summary>True when a move of that id was made.</summary>
    public async Task<bool> HasMoved(string shop, string sku, string moveId, CancellationToken cancellation) =>
        await moves.Moved(TableCatalog.SkuPartition(shop, sku), moveId, cancellation) is > 0 or < 0;

    /// <summary>
    /// Sets the counter to what was counted on the shelves (a stock-take, or a test's start). A move that comes
    /// between finds its ETag changed and reads again.
    /// </summary>
    public async Task Set(string shop, string sku, long onHand, CancellationToken cancellation)
    {
        var partition = TableCatalog.SkuPartition(shop, sku);
        var counted = await moves.Read(partition, cancellation);
        await tables.Catalog.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, Counter(partition, onHand)),
                .. (counted?.Waiting ?? []).Select(waiting => new TableTransactionAction(TableTransactionActionType.Delete, waiting)),
            ],
            cancellation
        );
    }

    internal static TableEntity Counter(string partition, long onHand) => new(partition, StockRow) { [CountedMoves.Amount] = onHand };
}
