using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// Orders, each in a partition of its own, so that everything a decision leads to commits in one group write:
/// state, timeline, ledger, outbox and the idempotency row.
/// </summary>
public interface IOrderStore
{
    /// <summary>One storage transaction. Null when there is no such order.</summary>
    Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation);

    /// <summary>
    /// Writes the first state of an order, one storage transaction; null when the id is taken.
    /// The answer is the order as stored: version 1, nothing left to record.
    /// </summary>
    Task<StoredOrder?> Add(Order order, CancellationToken cancellation);

    /// <summary>
    /// Writes the next state of an order, one storage transaction; null when somebody else wrote since
    /// <paramref name="previous"/> was loaded, and then nothing is written. A commit whose acknowledgement was lost
    /// is recognized by its <see cref="Order.CommitId"/> and answered as done.
    /// </summary>
    Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation);

    /// <summary>
    /// The order together with the answer kept for a money call: one query of the partition, so one storage
    /// transaction. The answer is null when the key is new to the order.
    /// </summary>
    Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    );

    /// <summary>The whole timeline, oldest first.</summary>
    Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation);
}
