using Checkout.Orders;

namespace Checkout.Simulation.Storage;

/// <summary>Orders as the table keeps them: documents, ETags, group writes.</summary>
internal sealed class SimulatedOrders(Tables tables, Outside outside, Faults faults, TimeProvider time, IIdSource ids) : IOrderStore
{
    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => outside.Store(() => Read(publicOrderId));

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) => outside.Store(() =>
    {
        if (tables.Orders.ContainsKey(order.PublicOrderId))
            return null;
        tables.Orders[order.PublicOrderId] = ([], 0, [], [], []);
        return Write(order, answer: null);
    });

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) => outside.Store(() =>
        tables.Orders[next.PublicOrderId].ETag.ToString() != previous.ETag || faults.Happens("conflict", 5) ? null : Write(next, answer));

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(string publicOrderId, string idempotencyKey, CancellationToken cancellation) =>
        outside.Store(() => (Read(publicOrderId), Read(publicOrderId) is null ? null : tables.Orders[publicOrderId].Answers.GetValueOrDefault(idempotencyKey)));

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<TimelineEntry>>(() => [.. tables.Orders[publicOrderId].Timeline]);

    private StoredOrder? Read(string publicOrderId) =>
        tables.Orders.TryGetValue(publicOrderId, out var row) ? new StoredOrder(OrderDocument.Read(row.Document), row.ETag.ToString()) : null;

    private StoredOrder Write(Order order, IdempotentAnswer? answer)
    {
        var row = tables.Orders[order.PublicOrderId];
        row.Timeline.AddRange(order.NewTimeline);
        row.Outbox.AddRange(order.NewOutbox);
        if (answer is not null)
            row.Answers.Add(answer.Key, answer);
        var next = order with { Version = order.Version + 1, UpdatedAt = time.GetUtcNow(), CommitId = ids.Ulid(), NewTimeline = [], NewOutbox = [] };
        tables.Orders[order.PublicOrderId] = row with { Document = OrderDocument.Write(next).ToArray(), ETag = row.ETag + 1 };
        return Read(order.PublicOrderId)!;
    }
}
