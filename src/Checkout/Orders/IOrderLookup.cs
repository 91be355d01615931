namespace Checkout.Orders;

/// <summary>From the ids that people use to the public order id.</summary>
public interface IOrderLookup
{
    Task Add(Order order, CancellationToken cancellation);

    /// <summary>Takes the order out of the list of open ones, and notes its platform id.</summary>
    Task Close(Order order, CancellationToken cancellation);

    Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation);

    Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation);
}
