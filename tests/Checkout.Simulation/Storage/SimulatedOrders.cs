using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

/// <summary>Orders as the table keeps them: documents, ETags, group writes of real rows that hold the service's limits.</summary>
internal sealed class SimulatedOrders(World world, Outside outside) : IOrderStore
{
    private readonly Tables tables = world.Tables;

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => outside.Store(() => Read(publicOrderId));

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            if (tables.Orders.ContainsKey(order.PublicOrderId))
                return null;
            return Write(previous: null, order, new OrderRows(order, ETag: 0), answer: null);
        });

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            var stored = tables.Orders[next.PublicOrderId];
            var isOutdated = Stored(stored).ETag != previous.ETag && world.Sabotage is not Sabotage.LastWriterWins;
            if (isOutdated || world.Faults.Happens("conflict", 5))
                return null;
            return world.Sabotage is Sabotage.IntentsAreNotWritten && next.Payments.Any(p => p.HasPending)
                ? new StoredOrder(next, previous.ETag)
                : Write(stored.State, next, stored, answer);
        });

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) =>
        outside.Store(() =>
            (
                Read(publicOrderId),
                Read(publicOrderId) is null || world.Sabotage is Sabotage.AnswersAreForgotten
                    ? null
                    : tables.Orders[publicOrderId].Answers.GetValueOrDefault(idempotencyKey)
            )
        );

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<TimelineEntry>>(() => [.. tables.Orders[publicOrderId].Timeline]);

    private StoredOrder? Read(string publicOrderId) => tables.Orders.TryGetValue(publicOrderId, out var rows) ? Stored(rows) : null;

    private StoredOrder Write(Order? previous, Order order, OrderRows rows, IdempotentAnswer? answer)
    {
        var next = order with
        {
            Version = order.Version + 1,
            UpdatedAt = world.Time.GetUtcNow(),
            CommitId = world.Ids.Ulid(),
            NewTimeline = [],
            NewOutbox = [],
        };
        var state = IsLookedInto(order) ? Kept(previous, order, next, answer) : next;
        rows.Timeline.AddRange(order.NewTimeline);
        rows.Outbox.AddRange(order.NewOutbox);
        tables.Sent.UnionWith(order.NewOutbox.Select(m => m.Id));
        if (answer is not null && world.Sabotage is not Sabotage.AnswersAreForgotten)
            rows.Answers.Add(answer.Key, answer);
        var written = rows with { State = state, ETag = rows.ETag + 1 };
        tables.Orders[order.PublicOrderId] = written;
        world.Watch.Committed(previous, written.State, world.IsLate);
        return Stored(written);
    }

    /// <summary>Each large commit, and of the others each fourth: documents cost more time than all else.</summary>
    private static bool IsLookedInto(Order order) => order.Version % 4 == 0 || order.NewTimeline.Length + order.NewOutbox.Length > 12;

    /// <summary>What its row says when it is read again.</summary>
    private Order Kept(Order? previous, Order order, Order next, IdempotentAnswer? answer)
    {
        var row = Checkout.AzureStorage.Orders.OrderRows.State(next);
        HoldTheLimits(row, previous, order, next, answer);
        return OrderDocument.Read(ChunkedDocument.Get(row));
    }

    /// <summary>What the Table service refuses, counted and weighed as it does; Checkout.Testing.AzureLimits has the sources.</summary>
    private void HoldTheLimits(TableEntity state, Order? previous, Order order, Order next, IdempotentAnswer? answer)
    {
        var rows = 0;
        var bytes = 0L;
        foreach (
            var entity in Checkout
                .AzureStorage.Orders.OrderRows.Beside(previous, order, next.CommitId, answer)
                .Select(a => (TableEntity)a.Entity)
                .Prepend(state)
        )
        {
            var size = 0L;
            foreach (var property in entity)
            {
                var length = property.Value switch
                {
                    byte[] binary => binary.Length,
                    string text => 2 * text.Length,
                    _ => 8,
                };
                if (length > 64 * 1024)
                    Refuse($"a property of {length} bytes");
                size += 8 + 2 * property.Key.Length + length;
            }

            if (size > 1024 * 1024)
                Refuse($"an entity of {size} bytes");
            bytes += size;
            rows++;
        }

        if (rows > 100)
            Refuse($"{rows} rows");
        if (bytes > 4 * 1024 * 1024)
            Refuse($"{bytes} bytes");

        void Refuse(string why)
        {
            world.Violations.Add($"a commit does not fit a group write: {why}");
            throw new InvalidOperationException($"A commit does not fit a group write: {why}.");
        }
    }

    private static StoredOrder Stored(OrderRows rows) => new(rows.State, rows.ETag.ToString());
}
