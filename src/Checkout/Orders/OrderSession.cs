namespace Checkout.Orders;

/// <summary>
/// One order in the hands of one piece of work: changed in memory, written when an outside effect is about to happen
/// or the work is done, so that steps without outside effects share a commit.
/// </summary>
public sealed class OrderSession(IOrderStore store, StoredOrder stored)
{
    private StoredOrder stored = stored;

    public Order Order { get; set; } = stored.Order;

    /// <summary>
    /// Writes what changed, at most one storage transaction. False when somebody else wrote first:
    /// then nothing is written and the work begins again from a fresh load.
    /// </summary>
    public async Task<bool> Commit(CancellationToken cancellation, IdempotentAnswer? answer = null)
    {
        if (ReferenceEquals(Order, stored.Order))
            return true;
        if (await store.Commit(stored, Order, answer, cancellation) is not { } committed)
            return false;
        stored = committed;
        Order = committed.Order;
        return true;
    }
}
