using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Orders;

/// <summary>Orders in table <c>orders</c>: a partition each, so that a commit is one group write.</summary>
public sealed class TableOrderStore(CheckoutTables tables, IIdSource ids, TimeProvider time, ICrashPoints crash) : IOrderStore
{
    // Never the ETag of a row: a commit on top of it loses.
    private const string Outdated = "W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"";
    private const int MostRows = 100;

    public async Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation)
    {
        var row = await tables.Orders.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(publicOrderId),
            OrderRows.StateRow,
            cancellationToken: cancellation
        );
        return row.HasValue ? OrderRows.Read(row.Value!) : null;
    }

    public async Task<StoredOrder?> Add(Order order, CancellationToken cancellation)
    {
        var next = Stamped(order, order.Version);
        List<TableTransactionAction> group =
        [
            new(TableTransactionActionType.Add, OrderRows.State(next)),
            .. OrderRows.Beside(previous: null, order, next.CommitId, answer: null),
        ];
        crash.Reach(CrashPoint.BeforeOrderAdd);
        var added = await Write(group, next, order, cancellation);
        crash.Reach(CrashPoint.AfterOrderAdd);
        return added;
    }

    public async Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        var stamped = Stamped(next, previous.Order.Version);
        List<TableTransactionAction> group =
        [
            new(TableTransactionActionType.UpdateReplace, OrderRows.State(stamped), new ETag(previous.ETag)),
            .. OrderRows.Beside(previous.Order, next, stamped.CommitId, answer),
        ];
        crash.Reach(CrashPoint.BeforeOrderCommit);
        var committed = await Write(group, stamped, next, cancellation);
        crash.Reach(CrashPoint.AfterOrderCommit);
        return committed;
    }

    public async Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    )
    {
        var answerKey = OrderRows.AnswerKey(idempotencyKey);
        StoredOrder? order = null;
        IdempotentAnswer? answer = null;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Of(publicOrderId)} and (RowKey eq {OrderRows.StateRow} or RowKey eq {answerKey})"
        );
        await foreach (var row in tables.Orders.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == answerKey)
                answer = OrderRows.ReadAnswer(row, idempotencyKey);
            else
                order = OrderRows.Read(row);
        }

        return (order, answer);
    }

    public async Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation)
    {
        var entries = new List<TimelineEntry>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Of(publicOrderId)} and RowKey ge {OrderRows.TimelinePrefix} and RowKey lt {"timeline."}"
        );
        await foreach (var row in tables.Orders.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            entries.Add(OrderRows.ReadTimeline(row));
        return entries;
    }

    private Order Stamped(Order order, long version) =>
        order with
        {
            Version = version + 1,
            UpdatedAt = time.GetUtcNow(),
            CommitId = ids.Ulid(),
            NewTimeline = [],
            NewOutbox = [],
        };

    private async Task<StoredOrder?> Write(List<TableTransactionAction> group, Order next, Order recorded, CancellationToken cancellation)
    {
        if (group.Count > MostRows)
        {
            throw new InvalidOperationException(
                $"A commit of order {next.PublicOrderId} needs {group.Count} rows ({recorded.NewTimeline.Length} timeline entries, "
                    + $"{recorded.NewOutbox.Length} messages); a group write holds {MostRows}. Commit in steps."
            );
        }

        using var requests = StorageTransactions.Count();
        try
        {
            var response = await tables.Orders.SubmitTransactionAsync(group, cancellation);
            return new StoredOrder(next, response.Value[0].Headers.ETag!.Value.ToString());
        }
        catch (RequestFailedException fault) when (Contention.IsConflict(fault))
        {
            // Sent once, a conflict is another writer's. Sent again, it may be with our own first try.
            return requests.Transactions > 1 ? await Recognize(next, recorded, cancellation) : null;
        }
        catch (Exception fault) when (IsUnanswered(fault) && !cancellation.IsCancellationRequested)
        {
            if (await Recognize(next, recorded, cancellation) is { } own)
                return own;
            throw;
        }
    }

    // Was the commit ours, though its answer never came? Also when somebody else has committed on top of it since.
    private async Task<StoredOrder?> Recognize(Order next, Order recorded, CancellationToken cancellation)
    {
        if (await CommitOf(next, OrderRows.StateRow, cancellation) is { } state && state.GetString(OrderRows.CommitId) == next.CommitId)
            return new StoredOrder(next, state.ETag.ToString());
        if (recorded.NewTimeline.IsEmpty)
            return null;
        var entry = await CommitOf(next, OrderRows.TimelineKey(recorded.NewTimeline[0].Number), cancellation);
        return entry?.GetString(OrderRows.CommitId) == next.CommitId ? new StoredOrder(next, Outdated) : null;
    }

    private async Task<TableEntity?> CommitOf(Order order, string rowKey, CancellationToken cancellation)
    {
        var row = await tables.Orders.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Of(order.PublicOrderId),
            rowKey,
            [OrderRows.CommitId],
            cancellation
        );
        return row.HasValue ? row.Value : null;
    }

    private static bool IsUnanswered(Exception fault) =>
        fault
            is AggregateException
                or IOException
                or HttpRequestException
                or OperationCanceledException
                or RequestFailedException { Status: 0 or >= 500 };
}
