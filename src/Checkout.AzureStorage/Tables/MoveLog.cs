using System.Globalization;
using Azure.Data.Tables;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tables;

/// <summary>The log of counters, for people: an entry in the group write of each move.</summary>
internal sealed class MoveLog(TableClient table, TimeProvider time)
{
    /// <summary>What was there after the move.</summary>
    public const string Total = "now";

    /// <summary>What moves without a kind of their own are called.</summary>
    public const string Out = "out";
    public const string Back = "back";

    private const string Prefix = "log-";

    /// <summary>What made the counter what it is, newest first: one storage transaction.</summary>
    public async Task<PageOf<LoggedMove>> Read(string partition, PageRequest page, CancellationToken cancellation)
    {
        var range = await RowRange.Of(table, partition, Prefix, page.After, page.Limit, cancellation);
        return new PageOf<LoggedMove>(
            [
                .. range.Rows.Select(row => new LoggedMove(
                    row.GetDateTimeOffset("at")!.Value,
                    row.GetString("kind"),
                    row.GetInt64(CountedMoves.Amount)!.Value,
                    row.GetInt64(Total),
                    row.GetString("reason"),
                    row.GetString("move")
                )),
            ],
            range.IsLast ? null : range.Rows[^1].RowKey
        );
    }

    /// <summary>The first entry of a counter that begins with that much.</summary>
    public TableTransactionAction First(string partition, long amount) => Entry(partition, "", amount, amount, "issue");

    /// <summary>Keys count down, so that the newest comes first.</summary>
    public TableTransactionAction Entry(
        string partition,
        string moveId,
        long amount,
        long? total,
        string? kind = null,
        string? reason = null
    )
    {
        var now = time.GetUtcNow();
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{DateTimeOffset.MaxValue.UtcTicks - now.UtcTicks:D19}-{TableKey.Hash(moveId)[..16]}"
        );
        return new(
            TableTransactionActionType.Add,
            new TableEntity(partition, row)
            {
                [CountedMoves.Amount] = amount,
                [Total] = total,
                ["at"] = now,
                ["kind"] = kind ?? (amount < 0 ? Out : Back),
                ["reason"] = reason,
                ["move"] = moveId,
            }
        );
    }
}

/// <summary>Something that made the counter what it is.</summary>
/// <param name="Amount">What came; below zero when it went.</param>
/// <param name="Total">What was there afterwards; null where that was not read.</param>
internal sealed record LoggedMove(DateTimeOffset At, string Kind, long Amount, long? Total, string? Reason, string MoveId);
