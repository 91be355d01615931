using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

/// <summary>Orders as the table keeps them: documents, ETags, group writes.</summary>
internal sealed class SimulatedOrders(Tables tables, Outside outside, Faults faults, TimeProvider time, IIdSource ids, Sabotage sabotage) : IOrderStore
{
    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => outside.Store(() => Read(publicOrderId));

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) => outside.Store(() =>
    {
        if (tables.Orders.ContainsKey(order.PublicOrderId))
            return null;
        return Write(order, new OrderRows(order, ETag: 0), answer: null);
    });

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) => outside.Store(() =>
        Stored(tables.Orders[next.PublicOrderId]).ETag != previous.ETag || faults.Happens("conflict", 5) ? null
        : sabotage is Sabotage.IntentsAreNotWritten && next.Payments.Any(p => p.HasPending) ? new StoredOrder(next, previous.ETag)
        : Write(next, tables.Orders[next.PublicOrderId], answer));

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(string publicOrderId, string idempotencyKey, CancellationToken cancellation) =>
        outside.Store(() => (Read(publicOrderId), Read(publicOrderId) is null ? null : tables.Orders[publicOrderId].Answers.GetValueOrDefault(idempotencyKey)));

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<TimelineEntry>>(() => [.. tables.Orders[publicOrderId].Timeline]);

    private StoredOrder? Read(string publicOrderId) => tables.Orders.TryGetValue(publicOrderId, out var rows) ? Stored(rows) : null;

    private StoredOrder Write(Order order, OrderRows rows, IdempotentAnswer? answer)
    {
        rows.Timeline.AddRange(order.NewTimeline);
        rows.Outbox.AddRange(order.NewOutbox);
        if (answer is not null)
            rows.Answers.Add(answer.Key, answer);
        var next = order with { Version = order.Version + 1, UpdatedAt = time.GetUtcNow(), CommitId = ids.Ulid(), NewTimeline = [], NewOutbox = [] };
        var written = rows with { State = OrderDocument.Read(OrderDocument.Write(next).Span), ETag = rows.ETag + 1 };
        tables.Orders[order.PublicOrderId] = written;
        return Stored(written);
    }

    private static StoredOrder Stored(OrderRows rows) => new(rows.State, rows.ETag.ToString());
}
