using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

/// <summary>Orders as the table keeps them: documents, ETags, group writes.</summary>
internal sealed class SimulatedOrders(Tables tables, Outside outside, Faults faults, TimeProvider time, IIdSource ids, Sabotage sabotage)
    : IOrderStore
{
    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => outside.Store(() => Read(publicOrderId));

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            if (tables.Orders.ContainsKey(order.PublicOrderId))
                return null;
            return Write(order, new OrderRows(order, ETag: 0), answer: null);
        });

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) =>
        outside.Store(() =>
            Stored(tables.Orders[next.PublicOrderId]).ETag != previous.ETag || faults.Happens("conflict", 5) ? null
            : sabotage is Sabotage.IntentsAreNotWritten && next.Payments.Any(p => p.HasPending) ? new StoredOrder(next, previous.ETag)
            : Write(next, tables.Orders[next.PublicOrderId], answer)
        );

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) =>
        outside.Store(() =>
            (
                Read(publicOrderId),
                Read(publicOrderId) is null ? null : tables.Orders[publicOrderId].Answers.GetValueOrDefault(idempotencyKey)
            )
        );

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<TimelineEntry>>(() => [.. tables.Orders[publicOrderId].Timeline]);

    private StoredOrder? Read(string publicOrderId) => tables.Orders.TryGetValue(publicOrderId, out var rows) ? Stored(rows) : null;

    private StoredOrder Write(Order order, OrderRows rows, IdempotentAnswer? answer)
    {
        HoldTheLimit(order, rows);
        rows.Timeline.AddRange(order.NewTimeline);
        rows.Outbox.AddRange(order.NewOutbox);
        if (answer is not null)
            rows.Answers.Add(answer.Key, answer);
        var next = order with
        {
            Version = order.Version + 1,
            UpdatedAt = time.GetUtcNow(),
            CommitId = ids.Ulid(),
            NewTimeline = [],
            NewOutbox = [],
        };
        var written = rows with { State = OrderDocument.Read(OrderDocument.Write(next).Span), ETag = rows.ETag + 1 };
        tables.Orders[order.PublicOrderId] = written;
        return Stored(written);
    }

    /// <summary>A group write holds a hundred rows: the state, each entry and movement, the messages together, the answer.</summary>
    private static void HoldTheLimit(Order order, OrderRows rows)
    {
        var before = rows.State.Payments.SelectMany(p => p.Transactions).ToHashSet();
        var moved = order.Payments.SelectMany(p => p.Transactions).Count(t => rows.ETag == 0 || !before.Contains(t));
        if (order.NewTimeline.Length + moved + 3 > 100)
            throw new InvalidOperationException(
                $"A commit of {order.NewTimeline.Length} entries and {moved} movements does not fit a group write."
            );
    }

    private static StoredOrder Stored(OrderRows rows) => new(rows.State, rows.ETag.ToString());
}
