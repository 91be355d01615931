using Azure;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>
/// Counters as they were seen or written here last. The ETag proves that one is still so when it is written; what it would refuse
/// is to be looked at again.
/// </summary>
internal sealed class SeenCounters(TableClient table, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly TimedCache<CounterRow> seen = new(time, Most);

    public bool TryGet(string partition, out CounterRow counter) => seen.TryGet(partition, out counter);

    public void Put(CounterRow counter) => seen.Put(counter.Row.PartitionKey, counter, Kept);

    public void Remove(string partition) => seen.Remove(partition);

    /// <summary>The move, the counter with what it takes in, and the log, together.</summary>
    public async Task<MoveWrite> Write(
        CounterRow counter,
        TableEntity next,
        TableEntity move,
        TableTransactionAction? entry,
        CancellationToken cancellation
    )
    {
        Remove(next.PartitionKey);
        try
        {
            var written = await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, move),
                    new(TableTransactionActionType.UpdateReplace, next, counter.Row.ETag),
                    .. counter.TakenIn.Select(w => new TableTransactionAction(TableTransactionActionType.Delete, w)),
                    .. entry is null ? [] : new[] { entry },
                ],
                cancellation
            );
            Put(counter.After(next, written.Value[1].Headers.ETag!.Value));
            return MoveWrite.Now;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return MoveWrite.Before;
        }
        catch (RequestFailedException fault) when (fault.Status is 412 or 404)
        {
            return MoveWrite.Lost;
        }
    }
}
