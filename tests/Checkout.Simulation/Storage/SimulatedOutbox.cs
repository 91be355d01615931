using Checkout.Orders;
using Checkout.Simulation.Time;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

/// <summary>The messages in the partitions of their orders, each by itself.</summary>
internal sealed class SimulatedOutbox(Tables tables, Outside outside) : IOutbox
{
    public Task<IReadOnlyList<OutboxMessage>> Pending(string publicOrderId, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<OutboxMessage>>(() => [.. Of(publicOrderId).OrderBy(m => m.Id, StringComparer.Ordinal)]);

    public Task Put(string owner, OutboxMessage message, CancellationToken cancellation) =>
        throw new SimulationException("A message was put out beside a commit.");

    public Task Update(string publicOrderId, OutboxMessage message, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            var index = Of(publicOrderId).FindIndex(m => m.Id == message.Id);
            if (index >= 0)
                Of(publicOrderId)[index] = message;
            return index;
        });

    public Task Remove(string publicOrderId, OutboxMessage message, CancellationToken cancellation) =>
        outside.Store(() => Of(publicOrderId).RemoveAll(m => m.Id == message.Id));

    public Task Discard(string publicOrderId, string bundle, CancellationToken cancellation) => Task.CompletedTask;

    public async Task Bury(string shop, DeadLetter letter, CancellationToken cancellation)
    {
        await outside.Store(() =>
        {
            tables.DeadLetters.Add(letter);
            return true;
        });
        await Remove(letter.PublicOrderId, letter.Message, cancellation);
    }

    public Task<IReadOnlyList<DeadLetter>> DeadLetters(string shop, string? after, int count, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<DeadLetter>>(() => [.. tables.DeadLetters.Take(count)]);

    public Task<long> CountDeadLetters(CancellationToken cancellation) => Task.FromResult((long)tables.DeadLetters.Count);

    public Task<DeadLetter?> DeadLetter(string shop, string id, CancellationToken cancellation) =>
        outside.Store(() => tables.DeadLetters.Find(letter => letter.Id == id));

    public Task Replay(string shop, DeadLetter letter, CancellationToken cancellation) => throw new NotSupportedException();

    private List<OutboxMessage> Of(string publicOrderId) => tables.Orders.TryGetValue(publicOrderId, out var rows) ? rows.Outbox : [];
}
