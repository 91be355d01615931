using Azure;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

internal enum MoveOutcome
{
    Moved,
    TooFew,
    NotCounted,
}

/// <summary>
/// A counter row and the rows of the moves that made it what it is, in one partition. A move and its counter change in
/// one group write, so a move happens once whatever is repeated: one read and one group write.
/// </summary>
internal sealed class CountedMoves(TableClient table, string counterRow, TimeProvider time)
{
    public const string Amount = "amount";

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<MoveOutcome> Move(string partition, string moveId, long amount, CancellationToken cancellation)
    {
        // Callers of one process take turns, which saves them lost races; the ETag holds between processes.
        var turn = turns[(uint)partition.GetHashCode(StringComparison.Ordinal) % (uint)turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            return await MoveInTurn(partition, moveId, amount, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<long?> Moved(string partition, string moveId, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, RowKey(moveId), cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetInt64(Amount) : null;
    }

    private async Task<MoveOutcome> MoveInTurn(string partition, string moveId, long amount, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            var read = await table.GetEntityIfExistsAsync<TableEntity>(partition, counterRow, cancellationToken: cancellation);
            if (!read.HasValue)
                return MoveOutcome.NotCounted;

            var counter = read.Value!;
            var left = checked(counter.GetInt64(Amount)!.Value - amount);
            if (amount > 0 && left < 0)
            {
                // The units may be gone because this very move took them before.
                return await Moved(partition, moveId, cancellation) is null ? MoveOutcome.TooFew : MoveOutcome.Moved;
            }

            counter[Amount] = left;
            try
            {
                await table.SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.Add, new TableEntity(partition, RowKey(moveId)) { [Amount] = amount, ["at"] = time.GetUtcNow() }),
                        new(TableTransactionActionType.UpdateReplace, counter, counter.ETag),
                    ],
                    cancellation);
                return MoveOutcome.Moved;
            }
            catch (RequestFailedException fault) when (fault.Status == 409)
            {
                // The only row added is the move's own: it was made before.
                return MoveOutcome.Moved;
            }
            catch (RequestFailedException fault) when (fault.Status == 412)
            {
                await Contention.Wait(attempt, time, cancellation);
            }
        }

        throw Contention.Lost($"Row {counterRow} of {partition}");
    }

    private static string RowKey(string moveId) => $"move-{TableKey.Of(moveId)}";
}
