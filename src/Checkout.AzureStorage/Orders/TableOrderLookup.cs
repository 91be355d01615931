using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Orders;

/// <summary>
/// Table <c>lookup</c>, a partition for each shop, with the rows of <see cref="OrderKeys"/>. The order's own row guards the
/// others: it says which there are and of which version, and all of them are written together on top of its ETag.
/// </summary>
public sealed class TableOrderLookup(CheckoutTables tables, ICrashPoints crash, TimeProvider time) : IOrderLookup
{
    private const string LineKeys = "lines";
    private const string PointerKeys = "pointers";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    // The ETag proves that what is remembered is still so.
    private readonly TimedCache<Guard> known = new(time, MostRemembered);

    public async Task Add(Order order, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeLookupAdd);
        if (!await TryWrite(order, OrderSummary.Of(order), before: null, cancellation))
            await Write(order, EvenIfSame, cancellation);
        crash.Reach(CrashPoint.AfterLookupAdd);
    }

    public async Task Update(Order order, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeLookupUpdate);
        await Write(order, EvenIfSame, cancellation);
        crash.Reach(CrashPoint.AfterLookupUpdate);
    }

    public async Task Repair(Order order, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeLookupUpdate);
        await Write(order, UnlessSame, cancellation);
        crash.Reach(CrashPoint.AfterLookupUpdate);
    }

    public async Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation)
    {
        if (!OrderKeys.IsNumber(orderId))
            return null;
        var row = await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(shop),
            OrderKeys.Number(orderId),
            [OrderLine.PublicOrderId],
            cancellation
        );
        return row.HasValue ? row.Value!.GetString(OrderLine.PublicOrderId) : null;
    }

    public async Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation)
    {
        var newest = new List<string>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Of(shop)} and RowKey ge {OrderKeys.Open} and RowKey lt {OrderKeys.Behind(OrderKeys.Open)}"
        );
        await foreach (
            var row in tables.Lookup.QueryAsync<TableEntity>(filter, Math.Clamp(count, 1, 1000), [OrderLine.PublicOrderId], cancellation)
        )
        {
            if (newest.Count < count)
                newest.Add(row.GetString(OrderLine.PublicOrderId));
            if (newest.Count >= count)
                break;
        }

        return newest;
    }

    /// <summary>A write of the same version says nothing new, and an older one nothing true.</summary>
    private static bool EvenIfSame(Guard guard, Order order, OrderSummary line) => guard.Version < order.Version;

    /// <summary>Of the same version too: what wrote it may have kept fewer rows.</summary>
    private static bool UnlessSame(Guard guard, Order order, OrderSummary line) =>
        guard.Version <= order.Version && (guard.Line != line || !guard.Lines.SequenceEqual(OrderKeys.Lines(order, line)));

    private async Task Write(Order order, Func<Guard, Order, OrderSummary, bool> wants, CancellationToken cancellation)
    {
        var line = OrderSummary.Of(order);
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            if (!known.TryGet(order.PublicOrderId, out var guard) || attempt > 1)
                guard = await Read(order, cancellation);
            if (guard is not null && !wants(guard, order, line))
                return;
            if (await TryWrite(order, line, guard, cancellation))
                return;
            known.Remove(order.PublicOrderId);
            await Contention.Wait(attempt, time, cancellation);
        }

        throw Contention.Lost($"The line of order {order.PublicOrderId}");
    }

    /// <summary>False when the rows are not, or no longer, as they were before; then nothing is written.</summary>
    /// <param name="before">Null when there are none.</param>
    private async Task<bool> TryWrite(Order order, OrderSummary line, Guard? before, CancellationToken cancellation)
    {
        var partition = TableKey.Of(order.ShopIdentifier);
        var (lines, pointers) = (OrderKeys.Lines(order, line), OrderKeys.Pointers(line));
        var own = OrderLine.Put(new TableEntity(partition, OrderKeys.Number(order.OrderId)), line, order.Version);
        own[LineKeys] = string.Join(' ', lines);
        own[PointerKeys] = string.Join(' ', pointers);
        List<TableTransactionAction> group =
        [
            before is null
                ? new(TableTransactionActionType.Add, own)
                : new(TableTransactionActionType.UpdateReplace, own, new ETag(before.ETag)),
            .. lines.Select(key => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                OrderLine.Put(new TableEntity(partition, key), line, order.Version)
            )),
            .. pointers
                .Except(before?.Pointers ?? [], StringComparer.Ordinal)
                .Select(key => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, key))),
            .. (before is null ? [] : before.Lines.Concat(before.Pointers))
                .Except(lines, StringComparer.Ordinal)
                .Except(pointers, StringComparer.Ordinal)
                .Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)),
        ];
        try
        {
            var written = await tables.Lookup.SubmitTransactionAsync(group, cancellation);
            var etag = written.Value[0].Headers.ETag!.Value.ToString();
            known.Put(order.PublicOrderId, new Guard(etag, order.Version, line, lines, pointers), Remembered);
            return true;
        }
        catch (RequestFailedException fault) when (Contention.IsConflict(fault) || fault.Status == 404)
        {
            return false;
        }
    }

    private async Task<Guard?> Read(Order order, CancellationToken cancellation)
    {
        var partition = TableKey.Of(order.ShopIdentifier);
        var row = await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(
            partition,
            OrderKeys.Number(order.OrderId),
            cancellationToken: cancellation
        );
        if (!row.HasValue)
            return null;
        return OrderLine.Read(row.Value!) is { } line
            ? new Guard(
                row.Value!.ETag.ToString(),
                row.Value.GetInt64(OrderLine.Version)!.Value,
                line,
                Keys(row.Value, LineKeys),
                Keys(row.Value, PointerKeys)
            )
            : await ReadEarlier(order, row.Value!, cancellation);
    }

    /// <summary>A row of an earlier version of the program did not say whether there is one among the open orders.</summary>
    private async Task<Guard> ReadEarlier(Order order, TableEntity row, CancellationToken cancellation)
    {
        var key = OrderKeys.Open + OrderKeys.Number(order.OrderId);
        var open = await tables.Lookup.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, key, ["RowKey"], cancellation);
        return new Guard(row.ETag.ToString(), Version: -1, Line: null, open.HasValue ? [key] : [], []);
    }

    private static ImmutableArray<string> Keys(TableEntity row, string column) =>
        [.. row.GetString(column).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The order's own row as it is in the table.</summary>
    private sealed record Guard(
        string ETag,
        long Version,
        OrderSummary? Line,
        ImmutableArray<string> Lines,
        ImmutableArray<string> Pointers
    );
}
