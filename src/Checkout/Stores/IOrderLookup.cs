using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>From the ids that people use to the public order id.</summary>
public interface IOrderLookup
{
    /// <summary>Makes the order known by its number, and lists it among the open ones if it is <see cref="Order.IsListed"/>.</summary>
    Task Add(Order order, CancellationToken cancellation);

    /// <summary>Takes the order out of the list of open ones. Harmless when it is not in it.</summary>
    Task Close(Order order, CancellationToken cancellation);

    Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation);

    Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation);
}
