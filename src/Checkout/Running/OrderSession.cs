using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// One order in the hands of one piece of work: changed in memory, written when an outside effect is about to happen
/// or the work is done, so that steps without outside effects share a commit.
/// </summary>
public sealed class OrderSession
{
    private readonly IOrderStore store;
    private StoredOrder? stored;

    /// <summary>An order that is in the store.</summary>
    public OrderSession(IOrderStore store, StoredOrder stored)
    {
        this.store = store;
        this.stored = stored;
        Order = stored.Order;
    }

    /// <summary>A new order; its first commit adds it.</summary>
    public OrderSession(IOrderStore store, Order order)
    {
        this.store = store;
        Order = order;
    }

    public Order Order { get; set; }

    public bool IsStored => stored is not null;

    /// <summary>The order as the store has it, as far as this session knows; null when it was never written.</summary>
    public StoredOrder? Stored => stored;

    /// <summary>A commit succeeded, which proves that the session began with the order as it was in the store.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Somebody else wrote first: nothing more can be written from here, and the work begins again from a fresh load.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The store has the order as it is here.</summary>
    public bool IsCommitted => ReferenceEquals(Order, stored?.Order);

    /// <summary>When a wake-up that the work has set looks at the order; null when it has set none (<see cref="Order.WakesAt"/>).</summary>
    public DateTimeOffset? WakesAt { get; set; }

    /// <summary>
    /// When the wake-up comes that looks at money which this work leaves open; null when that is another one's to see to. Of one that
    /// has come already nothing is left: a host that stood still until then sets another before it goes on.
    /// </summary>
    public DateTimeOffset? WatchedUntil { get; set; }

    /// <summary>Letters were committed that rely on that wake-up (<see cref="StoredOrder.LeavesLetters"/>).</summary>
    public bool LeavesLetters { get; private set; }

    /// <summary>
    /// Writes what changed, at most one storage transaction. False when somebody else wrote first
    /// (<see cref="IsLost"/>): then nothing is written.
    /// </summary>
    public async Task<bool> Commit(CancellationToken cancellation, IdempotentAnswer? answer = null)
    {
        if (IsLost)
            return false;
        if (IsCommitted)
            return true;
        var next = Order with { WakesAt = WakesAt ?? Order.WakesAt };
        var committed = stored is null ? await store.Add(next, cancellation) : await store.Commit(stored, next, answer, cancellation);
        if (committed is null)
        {
            IsLost = true;
            return false;
        }

        stored = committed;
        HasWritten = true;
        LeavesLetters |= committed.LeavesLetters;
        Order = committed.Order;
        return true;
    }
}
