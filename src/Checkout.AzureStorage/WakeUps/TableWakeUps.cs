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
public sealed class TableWakeUps(CheckoutTables tables, ICrashPoints crash) : IWakeUps
{
    private const int Shards = 4;
    private const string Minute = "yyyyMMddHHmm";

    public async Task Set(WakeUp wakeUp, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeWakeUpSet);
        var row = new TableEntity(Partition(wakeUp), RowKey(wakeUp))
        {
            ["order"] = wakeUp.PublicOrderId,
            ["kind"] = wakeUp.Kind,
            ["due"] = wakeUp.Due.ToUniversalTime(),
            ["attempt"] = wakeUp.Attempt,
        };
        await tables.WakeUps.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        crash.Reach(CrashPoint.AfterWakeUpSet);
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
                due.Add(new WakeUp(row.GetString("order"), row.GetString("kind"), at, row.GetInt32("attempt")!.Value));
        }

        return [.. due.OrderBy(w => w.Due).Take(count)];
    }

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
