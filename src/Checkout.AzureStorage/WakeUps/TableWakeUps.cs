using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.WakeUps;

/// <summary>
/// Table <c>wakeups</c>, by the keys of <see cref="WakeUpKeys"/>. What an earlier version of the program wrote is handled when it
/// is due as everything else is; when it is put off it moves.
/// </summary>
public sealed class TableWakeUps(CheckoutTables tables, ICrashPoints crash) : IWakeUps, IWaitingWork
{
    /// <summary>What a sweep reads of all shops at first.</summary>
    private const int FewRows = 100;

    /// <summary>In front of every row.</summary>
    private const string First = "0 0";

    /// <summary>An erasure that waits for money is put off by a day and an hour; what is put off longer is listed when near.</summary>
    private static readonly TimeSpan PutOffAtMost = TimeSpan.FromHours(26);

    public async Task Set(WakeUp wakeUp, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeWakeUpSet);
        await tables.WakeUps.UpsertEntityAsync(Row(wakeUp), TableUpdateMode.Replace, cancellation);
        crash.Reach(CrashPoint.AfterWakeUpSet);
    }

    public async Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation)
    {
        if (WakeUpKeys.Partition(wakeUp) != WakeUpKeys.Partition(by))
            throw new ArgumentException("A wake-up is replaced by one of the same order and time.", nameof(by));
        crash.Reach(CrashPoint.BeforeWakeUpClear);
        try
        {
            await tables.WakeUps.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, Key(WakeUpKeys.Partition(wakeUp), wakeUp), ETag.All),
                    new(TableTransactionActionType.UpsertReplace, Row(by)),
                ],
                cancellation
            );
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Another has ended it already; the one in its place is wanted all the same.
            await tables.WakeUps.UpsertEntityAsync(Row(by), TableUpdateMode.Replace, cancellation);
            await ClearEarlier(wakeUp, cancellation);
        }

        crash.Reach(CrashPoint.AfterWakeUpClear);
    }

    public async Task Clear(WakeUp wakeUp, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeWakeUpClear);
        var gone = await tables.WakeUps.DeleteEntityAsync(WakeUpKeys.Partition(wakeUp), WakeUpKeys.Row(wakeUp), ETag.All, cancellation);
        if (gone.Status == 404)
            await ClearEarlier(wakeUp, cancellation);
        crash.Reach(CrashPoint.AfterWakeUpClear);
    }

    public async Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation)
    {
        var due = new List<WakeUp>();
        var behind = WakeUpKeys.MinuteBehind(by);
        await Take(TableClient.CreateQueryFilter($"PartitionKey lt {behind}"));
        var from = WakeUpKeys.OfShops;
        while (true)
        {
            // Lane after lane; what is not due yet in the last of them is passed over.
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {from} and PartitionKey lt {WakeUpKeys.BehindShops}");
            var (rows, isLast) = await Some(filter, cancellation);
            due.AddRange(rows.Where(IsDue).Select(Read));
            if (isLast)
                break;
            var lane = WakeUpKeys.LaneOf(rows[^1].PartitionKey);
            await Take(
                TableClient.CreateQueryFilter($"PartitionKey lt {lane + behind} and PartitionKey ge {rows[^1].PartitionKey}")
                    + TableClient.CreateQueryFilter($" and (PartitionKey gt {rows[^1].PartitionKey} or RowKey gt {rows[^1].RowKey})")
            );
            from = lane + RowRange.End;
        }

        return [.. due.OrderBy(w => w.Due).Take(count)];

        bool IsDue(TableEntity row) => row.GetDateTimeOffset("due")!.Value <= by;

        async Task Take(string filter)
        {
            var (taken, minute) = (0, "");
            await foreach (var row in tables.WakeUps.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                // Rows come by minute, not by second: a minute is read to its end before it is cut off.
                if (taken >= count && WakeUpKeys.MinuteOf(row.PartitionKey) != minute)
                    break;
                minute = WakeUpKeys.MinuteOf(row.PartitionKey);
                if (!IsDue(row))
                    continue;
                due.Add(Read(row));
                taken++;
            }
        }
    }

    public async Task<Result<PageOf<WakeUp>>> Waiting(string shop, DateTimeOffset by, PageRequest asked, CancellationToken cancellation)
    {
        if (asked.After is { } after && after.Split(' ') is not [_, _])
            return NoCursor();
        try
        {
            var page = await MergedRows.Page(
                [
                    Lane(WakeUpKeys.Lane(shop, isPutOff: false), by, asked.After),
                    Lane(WakeUpKeys.Lane(shop, isPutOff: true), by + PutOffAtMost, asked.After),
                ],
                row => Read(row) is var wakeUp && (wakeUp.Attempt > 0 || wakeUp.Due <= by) ? wakeUp : null,
                asked.Limit,
                IWaitingWork.MostTransactions,
                cancellation
            );
            return new PageOf<WakeUp>(page.Items, page.IsLast ? null : page.Last ?? asked.After ?? First);
        }
        catch (RequestFailedException fault) when (fault.Status == 400 && asked.After is not null)
        {
            return NoCursor();
        }
    }

    /// <summary>The rows of a lane up to that moment's minute, behind the last that was read.</summary>
    private PlacedRows Lane(string lane, DateTimeOffset by, string? after)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {lane + WakeUpKeys.MinuteBehind(by)}");
        filter += after?.Split(' ') is [var partition, var row]
            ? TableClient.CreateQueryFilter(
                $" and PartitionKey ge {lane + partition} and (PartitionKey gt {lane + partition} or RowKey gt {row})"
            )
            : TableClient.CreateQueryFilter($" and PartitionKey ge {lane}");
        return new PlacedRows(tables.WakeUps, filter, found => $"{found.PartitionKey[lane.Length..]} {found.RowKey}");
    }

    /// <summary>The first rows of a range, a few of them: mostly there is nothing, or little.</summary>
    private async Task<(IReadOnlyList<TableEntity> Rows, bool IsLast)> Some(string filter, CancellationToken cancellation)
    {
        var pages = tables.WakeUps.QueryAsync<TableEntity>(filter, maxPerPage: FewRows, cancellationToken: cancellation).AsPages();
        await foreach (var page in pages)
            if (page.Values.Count > 0)
                return (page.Values, page.ContinuationToken is null);
        return ([], true);
    }

    public async Task<WakeUp?> Find(WakeUp wakeUp, CancellationToken cancellation)
    {
        foreach (
            var partition in new[] { WakeUpKeys.Partition(wakeUp), WakeUpKeys.EarlierPartition(wakeUp) }.Distinct(StringComparer.Ordinal)
        )
        {
            var row = await tables.WakeUps.GetEntityIfExistsAsync<TableEntity>(
                partition,
                WakeUpKeys.Row(wakeUp),
                cancellationToken: cancellation
            );
            if (row.HasValue)
                return Read(row.Value!);
        }

        return null;
    }

    /// <summary>Where it has no row among those of its shop, an earlier version of the program wrote it, or nobody did.</summary>
    private async Task ClearEarlier(WakeUp wakeUp, CancellationToken cancellation)
    {
        if (wakeUp.Shop is not null)
            await tables.WakeUps.DeleteEntityAsync(WakeUpKeys.EarlierPartition(wakeUp), WakeUpKeys.Row(wakeUp), ETag.All, cancellation);
    }

    private static Problem NoCursor() => Problem.Invalid("cursor", "cursor is none of this list.");

    private static WakeUp Read(TableEntity row) =>
        new(row.GetString("order"), row.GetString("kind"), row.GetDateTimeOffset("due")!.Value, row.GetInt32("attempt")!.Value)
        {
            Shop = row.GetString("shop"),
            Since = row.GetDateTimeOffset("since"),
            Reason = row.GetString("reason"),
        };

    private static TableEntity Key(string partition, WakeUp wakeUp) => new(partition, WakeUpKeys.Row(wakeUp));

    private static TableEntity Row(WakeUp wakeUp) =>
        new(WakeUpKeys.Partition(wakeUp), WakeUpKeys.Row(wakeUp))
        {
            ["order"] = wakeUp.PublicOrderId,
            ["kind"] = wakeUp.Kind,
            ["due"] = wakeUp.Due.ToUniversalTime(),
            ["attempt"] = wakeUp.Attempt,
            ["shop"] = wakeUp.Shop,
            ["since"] = wakeUp.Since?.ToUniversalTime(),
            ["reason"] = wakeUp.Reason,
        };
}
