using Azure;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>
/// A counter row and the rows of the moves that made it what it is, in one partition. A move and its counter change in
/// one group write, so a move happens once whatever is repeated: one group write, and one read unless the counter was looked
/// at here shortly before. What is put back waits beside the counter until the next move takes it in, and so costs one group
/// write and no read.
/// </summary>
internal sealed class CountedMoves(TableClient table, string counterRow, TimeProvider time)
{
    public const string Amount = "amount";

    /// <summary>A counter with this column gives nothing away; what was taken before still comes back.</summary>
    public const string Closed = "closed";

    private const string Was = "was";
    private const string Now = "now";
    private const string Request = "request";

    private static readonly IReadOnlyDictionary<string, object?> NoColumns = new Dictionary<string, object?>(StringComparer.Ordinal);

    private readonly SeenCounters seen = new(table, time);
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>What made the counters what they are.</summary>
    public MoveLog Log { get; } = new(table, time);

    public async Task<CountedMove> Move(string partition, string moveId, long amount, CancellationToken cancellation)
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
        seen.Remove(partition);
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, Row(partition, moveId, -amount)),
                    new(TableTransactionActionType.Add, new TableEntity(partition, $"{counterRow}-back-{row}") { [Amount] = amount }),
                    Log.Entry(partition, moveId, amount, total: null),
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
            await table.AddEntityAsync(Row(partition, moveId, 0), cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            if (await Moved(partition, moveId, cancellation) is > 0)
                await PutBack(partition, $"{moveId}-back", amount, cancellation);
        }
    }

    /// <summary>The counter with what waits beside it, one query; null when there is none.</summary>
    public async Task<CounterRow?> Read(string partition, CancellationToken cancellation)
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

        if (row is null)
            return null;
        var counter = new CounterRow(row, waiting);
        seen.Put(counter);
        return counter;
    }

    public async Task<long?> Moved(string partition, string moveId, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, RowKey(moveId), cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetInt64(Amount) : null;
    }

    /// <summary>
    /// Changes the counter by what is decided on it as it is, under an id that makes it happen once: one read and one group
    /// write, and both again when a move came between. Null when there is no counter.
    /// </summary>
    /// <param name="request">Tells a repeated change from another one under the same id, which is refused.</param>
    public async Task<Result<ChangedCounter>?> Change(
        string partition,
        string moveId,
        string request,
        Func<CounterRow, Result<CountedChange>> decide,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            if (await Read(partition, cancellation) is not { } counter)
                return null;
            var was = counter.Total;
            var decided = decide(counter);
            if (!decided.Succeeded)
                return await Made(partition, moveId, request, counter.Row, cancellation) ?? decided.Cast<ChangedCounter>();
            var change = decided.Value;
            var next = counter.With(change.Delta, change.Columns);
            var move = Row(partition, moveId, -change.Delta);
            (move[Was], move[Now], move[Request]) = (was, was + change.Delta, request);
            var entry = Log.Entry(partition, moveId, change.Delta, was + change.Delta, change.Kind, change.Reason);
            switch (await seen.Write(counter, next, move, entry, cancellation))
            {
                case MoveWrite.Now:
                    return new ChangedCounter(was, was + change.Delta, next);
                case MoveWrite.Before:
                    return await Made(partition, moveId, request, counter.Row, cancellation)
                        ?? throw new InvalidOperationException($"Change {moveId} was there and is gone.");
                default:
                    await Contention.Wait(attempt, time, cancellation);
                    break;
            }
        }

        throw Contention.Lost($"Row {counterRow} of {partition}");
    }

    private async Task<CountedMove> MoveInTurn(string partition, string moveId, long amount, CancellationToken cancellation)
    {
        if (seen.TryGet(partition, out var remembered) && await MoveSeen(remembered, moveId, amount, cancellation) is { } moved)
            return moved;
        for (var attempt = 1; attempt <= Contention.Attempts; attempt++)
        {
            if (await Read(partition, cancellation) is not { } counter)
                return new CountedMove(MoveOutcome.NotCounted);
            var total = counter.Total;
            var isClosed = counter.Row.ContainsKey(Closed);
            if (amount > 0 && (total < amount || isClosed))
            {
                // The units may be gone because this very move took them before.
                return await Moved(partition, moveId, cancellation) is not null ? new CountedMove(MoveOutcome.Moved, counter, total)
                    : isClosed ? new CountedMove(MoveOutcome.Closed)
                    : new CountedMove(MoveOutcome.TooFew);
            }

            switch (await Write(counter, moveId, amount, cancellation))
            {
                case MoveWrite.Now:
                    return new CountedMove(MoveOutcome.Moved, counter, total - amount);
                case MoveWrite.Before:
                    return new CountedMove(MoveOutcome.Moved, counter, total);
                default:
                    await Contention.Wait(attempt, time, cancellation);
                    break;
            }
        }

        throw Contention.Lost($"Row {counterRow} of {partition}");
    }

    /// <summary>
    /// On the counter as it was seen last, without a read. Null where that refuses, was not so any more, or the move was made
    /// before: the counter as it is decides then.
    /// </summary>
    private async Task<CountedMove?> MoveSeen(CounterRow counter, string moveId, long amount, CancellationToken cancellation) =>
        amount <= counter.Total && !counter.Row.ContainsKey(Closed) && await Write(counter, moveId, amount, cancellation) is MoveWrite.Now
            ? new CountedMove(MoveOutcome.Moved, counter, counter.Total - amount)
            : null;

    private Task<MoveWrite> Write(CounterRow counter, string moveId, long amount, CancellationToken cancellation)
    {
        var partition = counter.Row.PartitionKey;
        var entry = amount == 0 ? null : Log.Entry(partition, moveId, -amount, counter.Total - amount);
        return seen.Write(counter, counter.With(-amount, NoColumns), Row(partition, moveId, amount), entry, cancellation);
    }

    /// <summary>Null when no change of that id was made.</summary>
    private async Task<Result<ChangedCounter>?> Made(
        string partition,
        string moveId,
        string request,
        TableEntity counter,
        CancellationToken cancellation
    )
    {
        var read = await table.GetEntityIfExistsAsync<TableEntity>(partition, RowKey(moveId), cancellationToken: cancellation);
        if (read is not { HasValue: true, Value: { } row })
            return null;
        return row.GetString(Request) == request
            ? new ChangedCounter(row.GetInt64(Was)!.Value, row.GetInt64(Now)!.Value, counter)
            : (Result<ChangedCounter>)
                Problem.Invalid("idempotent_key", "The key was used before for another change.", "idempotency_mismatch");
    }

    private TableEntity Row(string partition, string moveId, long amount) =>
        new(partition, RowKey(moveId)) { [Amount] = amount, ["at"] = time.GetUtcNow() };

    private static string RowKey(string moveId) => $"move-{TableKey.Of(moveId)}";
}
