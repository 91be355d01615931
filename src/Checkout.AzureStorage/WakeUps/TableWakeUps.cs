using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.WakeUps;

/// <summary>
/// Table <c>wakeups</c>: the partition is the minute of being due and one of four shards, so that a busy minute
/// spreads over servers and everything due is one range of partitions.
/// </summary>
public sealed class TableWakeUps(CheckoutTables tables, ICrashPoints crash) : IWakeUps, IWaitingWork
{
    private const int Shards = 4;
    private const string Minute = "yyyyMMddHHmm";

    /// <summary>In front of a cursor that is the table's own place, behind work of other shops. No partition begins with it.</summary>
    private const string PassedOver = "at ";

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
        if (Partition(wakeUp) != Partition(by))
            throw new ArgumentException("A wake-up is replaced by one of the same order and time.", nameof(by));
        crash.Reach(CrashPoint.BeforeWakeUpClear);
        try
        {
            await tables.WakeUps.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, new TableEntity(Partition(wakeUp), RowKey(wakeUp)), ETag.All),
                    new(TableTransactionActionType.UpsertReplace, Row(by)),
                ],
                cancellation
            );
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Another has ended it already; the one in its place is wanted all the same.
            await tables.WakeUps.UpsertEntityAsync(Row(by), TableUpdateMode.Replace, cancellation);
        }

        crash.Reach(CrashPoint.AfterWakeUpClear);
    }

    public async Task Clear(WakeUp wakeUp, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeWakeUpClear);
        await tables.WakeUps.DeleteEntityAsync(Partition(wakeUp), RowKey(wakeUp), ETag.All, cancellation);
        crash.Reach(CrashPoint.AfterWakeUpClear);
    }

    public async Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation)
    {
        var due = new List<WakeUp>();
        var minute = "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {MinuteOf(by.AddMinutes(1))}");
        await foreach (var row in tables.WakeUps.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            // Rows come by minute, not by second: a minute is read to its end before it is cut off.
            if (due.Count >= count && !row.PartitionKey.StartsWith(minute, StringComparison.Ordinal))
                break;
            minute = row.PartitionKey[..Minute.Length];
            if (row.GetDateTimeOffset("due")!.Value is var at && at <= by)
                due.Add(Read(row));
        }

        return [.. due.OrderBy(w => w.Due).Take(count)];
    }

    public async Task<Result<PageOf<WakeUp>>> Waiting(string shop, DateTimeOffset by, PageRequest asked, CancellationToken cancellation)
    {
        // Whose work it is, is known by the row alone, so the rows of other shops are passed over where they are.
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey lt {MinuteOf(by + PutOffAtMost)}")
            + TableClient.CreateQueryFilter($" and shop eq {shop} and (due le {by} or attempt gt {0})");
        var from = asked.After?.StartsWith(PassedOver, StringComparison.Ordinal) is true ? asked.After[PassedOver.Length..] : null;
        if (from is null && asked.After is { } after)
        {
            if (after.Split(' ') is not [var partition, var row])
                return NoCursor();
            filter += TableClient.CreateQueryFilter(
                $" and PartitionKey ge {partition} and (PartitionKey gt {partition} or RowKey gt {row})"
            );
        }

        var pages = tables
            .WakeUps.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .AsPages(from, pageSizeHint: Math.Min(asked.Limit + 1, 1000));
        try
        {
            return await Collected(pages, asked.Limit);
        }
        catch (RequestFailedException fault) when (fault.Status == 400 && asked.After is not null)
        {
            return NoCursor();
        }
    }

    private static async Task<PageOf<WakeUp>> Collected(IAsyncEnumerable<Page<TableEntity>> pages, int limit)
    {
        var waiting = new List<WakeUp>();
        var last = "";
        var transactions = 0;
        await foreach (var page in pages)
        {
            foreach (var row in page.Values)
            {
                if (waiting.Count == limit)
                    return new PageOf<WakeUp>([.. waiting], last);
                waiting.Add(Read(row));
                last = $"{row.PartitionKey} {row.RowKey}";
            }

            // Of other shops' work alone there is no row to go on behind, only the place in the table.
            if (page.ContinuationToken is { } place && ++transactions == IWaitingWork.MostTransactions)
                return new PageOf<WakeUp>([.. waiting], waiting.Count > 0 ? last : PassedOver + place);
        }

        return new PageOf<WakeUp>([.. waiting], null);
    }

    private static Problem NoCursor() => Problem.Invalid("cursor", "cursor is none of this list.");

    public async Task<WakeUp?> Find(WakeUp wakeUp, CancellationToken cancellation)
    {
        var row = await tables.WakeUps.GetEntityIfExistsAsync<TableEntity>(
            Partition(wakeUp),
            RowKey(wakeUp),
            cancellationToken: cancellation
        );
        return row.HasValue ? Read(row.Value!) : null;
    }

    private static WakeUp Read(TableEntity row) =>
        new(row.GetString("order"), row.GetString("kind"), row.GetDateTimeOffset("due")!.Value, row.GetInt32("attempt")!.Value)
        {
            Shop = row.GetString("shop"),
            Since = row.GetDateTimeOffset("since"),
            Reason = row.GetString("reason"),
        };

    private static TableEntity Row(WakeUp wakeUp) =>
        new(Partition(wakeUp), RowKey(wakeUp))
        {
            ["order"] = wakeUp.PublicOrderId,
            ["kind"] = wakeUp.Kind,
            ["due"] = wakeUp.Due.ToUniversalTime(),
            ["attempt"] = wakeUp.Attempt,
            ["shop"] = wakeUp.Shop,
            ["since"] = wakeUp.Since?.ToUniversalTime(),
            ["reason"] = wakeUp.Reason,
        };

    private static string Partition(WakeUp wakeUp) => $"{MinuteOf(wakeUp.Due)}-{Shard(wakeUp.PublicOrderId)}";

    private static string MinuteOf(DateTimeOffset at) => at.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);

    // With the time and the attempt: to clear one wake-up must not clear another of the same order in the same minute.
    private static string RowKey(WakeUp wakeUp) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TableKey.Of(wakeUp.PublicOrderId)}|{TableKey.Of(wakeUp.Kind)}|{wakeUp.Due.ToUnixTimeMilliseconds()}|{wakeUp.Attempt}"
        );

    // The same in every process, unlike string.GetHashCode.
    private static int Shard(string publicOrderId) => publicOrderId.Sum(c => (int)c) % Shards;
}
