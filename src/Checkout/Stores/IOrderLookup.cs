using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// From the ids that people use to the public order id, and the rows that orders are listed and searched by
/// (<see cref="IOrderList"/>). A row follows from the order's state and carries its version, so that a write that comes late
/// never replaces a newer one.
/// </summary>
public interface IOrderLookup
{
    /// <summary>
    /// Makes an order known by its numbers that was not before, and lists it unless a Create Order is still making it. One storage
    /// transaction; as <see cref="Update"/> besides where the rows are there already.
    /// </summary>
    Task Add(Order order, CancellationToken cancellation);

    /// <summary>
    /// The rows as the order is now: taken off the open ones once it is final, without its person once that is erased. Harmless
    /// when they are newer. One storage transaction where this process wrote the rows last, two elsewhere.
    /// </summary>
    Task Update(Order order, CancellationToken cancellation);

    /// <summary>As <see cref="Update"/> where a write was lost; nothing is written when the rows say what the order says.</summary>
    Task Repair(Order order, CancellationToken cancellation);

    Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation);

    Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation);
}
