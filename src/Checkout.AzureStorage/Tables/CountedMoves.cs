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
/// one group write, so a move happens once whatever is repeated: one read and one group write. What is put back waits
/// beside the counter until the next move takes it in, and so costs one group write and no read.
/// </summary>
internal sealed class CountedMoves(TableClient table, string counterRow, TimeProvider time)
{
    public const string Amount = "amount";

    /// <summary>A group write holds a hundred rows.</summary>
    private const int MostTakenIn = 90;

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

    /// <summary>
    /// Adds to the counter: one group write, which others cannot come between. Only where the counter is known to be there.
    /// </summary>
    public async Task PutBack(string partition, string moveId, long amount, CancellationToken cancellation)
    {
        var row = TableKey.Of(moveId);
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(
                        TableTransactionActionType.Add,
                        new TableEntity(partition, RowKey(moveId)) { [Amount] = -amount, ["at"] = time.GetUtcNow() }
                    ),
                    new(TableTransactionActionType.Add, new TableEntity(partition, $"{counterRow}-back-{row}") { [Amount] = amount }),
                ],
                cancellation
            );
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // The move's own row is there: it was put back before.
        }
    }

    /// <summary>
    /// Takes the place of a move's row with one that moves nothing, so that the move cannot be made any more; one that was
    /// made is put back under its id and «-back».
    /// </summary>
    public async Task Close(string partition, string moveId, long amount, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(
                new TableEntity(partition, RowKey(moveId)) { [Amount] = 0L, ["at"] = time.GetUtcNow() },
                cancellation
            );
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            if (await Moved(partition, moveId, cancellation) is > 0)
                await PutBack(partition, $"{moveId}-back", amount, cancellation);
        }
    }

    /// <summary>The counter with what waits beside it, one query; null when there is none.</summary>
    public async Task<Counter?> Read(string partition, CancellationToken cancellation)
    {
        // The rows that wait sort right behind the counter, so this is one short range.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {counterRow} and RowKey lt {counterRow + "."}"
        );
        TableEntity? row = null;
        var waiting = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (entity.RowKey == counterRow)
                row = entity;
            else
                waiting.Add(entity);
        }

        return row is null ? null : new Counter(row, waiting);
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
            if (await Read(partition, cancellation) is not { } counter)
                return MoveOutcome.NotCounted;
            if (amount > 0 && counter.Total < amount)
            {
                // The units may be gone because this very move took them before.
                return await Moved(partition, moveId, cancellation) is null ? MoveOutcome.TooFew : MoveOutcome.Moved;
            }

            var takenIn = counter.Waiting.Take(MostTakenIn).ToList();
            counter.Row[Amount] = checked(counter.Row.GetInt64(Amount)!.Value + takenIn.Sum(w => w.GetInt64(Amount)!.Value) - amount);
            try
            {
                await table.SubmitTransactionAsync(
                    [
                        new(
                            TableTransactionActionType.Add,
                            new TableEntity(partition, RowKey(moveId)) { [Amount] = amount, ["at"] = time.GetUtcNow() }
                        ),
                        new(TableTransactionActionType.UpdateReplace, counter.Row, counter.Row.ETag),
                        .. takenIn.Select(w => new TableTransactionAction(TableTransactionActionType.Delete, w)),
                    ],
                    cancellation
                );
                return MoveOutcome.Moved;
            }
            catch (RequestFailedException fault) when (fault.Status == 409)
            {
                // The only row added is the move's own: it was made before.
                return MoveOutcome.Moved;
            }
            catch (RequestFailedException fault) when (fault.Status is 412 or 404)
            {
                await Contention.Wait(attempt, time, cancellation);
            }
        }

        throw Contention.Lost($"Row {counterRow} of {partition}");
    }

    /// <param name="Waiting">What was put back since the counter was last written.</param>
    internal sealed record Counter(TableEntity Row, IReadOnlyList<TableEntity> Waiting)
    {
        public long Total => checked(Row.GetInt64(Amount)!.Value + Waiting.Sum(w => w.GetInt64(Amount)!.Value));
    }

    private static string RowKey(string moveId) => $"move-{TableKey.Of(moveId)}";
}
