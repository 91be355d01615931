using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>An order as it is in the store, with the ETag that guards the next commit.</summary>
public sealed record StoredOrder(Order Order, string ETag)
{
    /// <summary>
    /// Letters were committed that rely on the wake-up of <see cref="Order.WakesAt"/>: whoever set that lets the outbox be emptied
    /// before it is cleared.
    /// </summary>
    public bool LeavesLetters { get; init; }
}
