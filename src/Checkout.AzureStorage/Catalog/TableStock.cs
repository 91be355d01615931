using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Catalog;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.Catalog;

/// <summary>
/// Stock counters beside the items in table <c>catalog</c>. A product that is low has a row in the shop's list: written after
/// every move that leaves few, taken away by whoever lists it and finds more.
/// </summary>
public sealed class TableStock(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IStock, IStockLedger
{
    private const string StockRow = "stock";
    private const string LowStockAt = "low_stock_at";
    private const string LowPrefix = "low-";
    private const int PublicIdLength = 64;

    /// <summary>Counters that are looked at side by side.</summary>
    private const int AtOnce = 16;

    private readonly CountedMoves moves = new(tables.Catalog, StockRow, time);

    public async Task<long?> OnHand(string shop, string sku, CancellationToken cancellation) =>
        (await moves.Read(TableCatalog.SkuPartition(shop, sku), cancellation))?.Total;

    public async Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeStockMove);
        var moved = await Done(shop, sku, moveId, quantity, cancellation);
        crash.Reach(CrashPoint.AfterStockMove);
        return moved;
    }

    private async Task<bool> Done(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        var partition = TableCatalog.SkuPartition(shop, sku);
        if (quantity <= 0)
        {
            await moves.PutBack(partition, moveId, -quantity, cancellation);
            return true;
        }

        // A variant that is not counted never runs short.
        var made = await moves.Move(partition, moveId, quantity, cancellation);
        if (made.Counter is { } counter && counter.Row.GetInt64(LowStockAt) is { } low && made.Total <= low)
            await Note(shop, sku, cancellation);
        return made.Outcome is not MoveOutcome.TooFew;
    }

    public async Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeStockMove);
        await moves.Close(TableCatalog.SkuPartition(shop, sku), moveId, quantity, cancellation);
        crash.Reach(CrashPoint.AfterStockMove);
    }

    public async Task<StockLevel?> Level(string shop, string sku, CancellationToken cancellation) =>
        await moves.Read(TableCatalog.SkuPartition(shop, sku), cancellation) is { } counter
            ? new StockLevel(counter.Total, counter.Row.GetInt64(LowStockAt))
            : null;

    public async Task<Result<ChangedStock>> Change(string shop, string sku, StockChange change, CancellationToken cancellation)
    {
        var changed = await moves.Change(
            TableCatalog.SkuPartition(shop, sku),
            change.Id,
            TableKey.Hash(change.ToString()),
            counter => change.UnitsToAdd(counter.Total).Map(units => Edit(change, units)),
            cancellation
        );
        if (changed is not { } made)
            return Problem.Invalid("sku", "The stock of the product is not counted.", "not_allowed");
        if (!made.Succeeded)
            return made.Cast<ChangedStock>();
        var level = new StockLevel(made.Value.Now, made.Value.Row.GetInt64(LowStockAt));
        if (level.OnHand <= level.LowStockAt)
            await Note(shop, sku, cancellation);
        return new ChangedStock(made.Value.Was, level);
    }

    public async Task<PageOf<StockMove>> Moves(string shop, string sku, PageRequest page, CancellationToken cancellation)
    {
        var logged = await moves.Log.Read(TableCatalog.SkuPartition(shop, sku), page, cancellation);
        return new PageOf<StockMove>([.. logged.Items.Select(Shown)], logged.Next);
    }

    public async Task<PageOf<string>> Low(string shop, PageRequest page, CancellationToken cancellation)
    {
        var range = await RowRange.Of(tables.Catalog, TableCatalog.ListPartition(shop), LowPrefix, page.After, page.Limit, cancellation);
        var low = new List<string>();
        foreach (var some in range.Rows.Chunk(AtOnce))
        {
            var stillLow = await Task.WhenAll(some.Select(row => IsStillLow(shop, row, cancellation)));
            low.AddRange(some.Zip(stillLow).Where(pair => pair.Second).Select(pair => pair.First.GetString("sku")));
        }

        return new PageOf<string>([.. low], range.IsLast ? null : range.Rows[^1].RowKey);
    }

    public async Task<long> CountLow(string shop, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableCatalog.ListPartition(shop)} and RowKey ge {LowPrefix} and RowKey lt {LowPrefix + RowRange.End}"
        );
        var pages = tables.Catalog.QueryAsync<TableEntity>(filter, 1000, ["RowKey"], cancellation).AsPages();
        await foreach (var page in pages)
            return page.Values.Count;
        return 0;
    }

    internal static string LowRow(string sku) => LowPrefix + TableKey.Of(sku);

    /// <summary>After the move: whoever finds enough in the meantime and takes the row away has seen what was there before.</summary>
    private Task<Response> Note(string shop, string sku, CancellationToken cancellation) =>
        tables.Catalog.UpsertEntityAsync(
            new TableEntity(TableCatalog.ListPartition(shop), LowRow(sku)) { ["sku"] = sku },
            TableUpdateMode.Replace,
            cancellation
        );

    private async Task<bool> IsStillLow(string shop, TableEntity row, CancellationToken cancellation)
    {
        if (await Level(shop, row.GetString("sku"), cancellation) is { } level && level.OnHand <= level.LowStockAt)
            return true;
        try
        {
            await tables.Catalog.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            // It became low again since it was looked at: the row stays for the next list.
        }

        return false;
    }

    private static CountedChange Edit(StockChange change, long units) =>
        new(units, change.MovesUnits ? change.Kind : "low_stock_at", change.Reason)
        {
            Columns = change.LowStockAt is { } low
                ? new Dictionary<string, object?>(StringComparer.Ordinal) { [LowStockAt] = low < 0 ? null : low }
                : new Dictionary<string, object?>(StringComparer.Ordinal),
        };

    /// <summary>Moves of orders have the order's id in front.</summary>
    private static StockMove Shown(LoggedMove move)
    {
        var isOfOrder = move.Kind is MoveLog.Out or MoveLog.Back;
        var publicOrderId = isOfOrder && move.MoveId.Length > PublicIdLength ? move.MoveId[..PublicIdLength] : null;
        var kind = move.Kind switch
        {
            MoveLog.Out => "sale",
            MoveLog.Back => "return",
            var byHand => byHand,
        };
        return new StockMove(
            move.At,
            kind,
            move.Amount,
            move.Total,
            move.Reason,
            publicOrderId is { } id && id.All(char.IsAsciiLetterOrDigit) ? id : null
        );
    }

    internal static TableEntity Counter(string partition, long onHand) => new(partition, StockRow) { [CountedMoves.Amount] = onHand };
}
