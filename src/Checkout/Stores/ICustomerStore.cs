using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>Returning customers of a shop, by public id or by the platform's id.</summary>
public interface ICustomerStore
{
    Task<CustomerRecord?> Find(string shop, string publicId, CancellationToken cancellation);

    /// <summary>The record of the order's customer; null, and nothing is asked, where nobody is signed in to it.</summary>
    async Task<CustomerRecord?> OfOrder(Order order, CancellationToken cancellation) =>
        order.Customer is { IsAuthenticated: true, PublicId: { } publicId }
            ? await Find(order.ShopIdentifier, publicId, cancellation)
            : null;

    Task<CustomerRecord?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation);

    /// <summary>
    /// Writes the record and the methods that it names; methods saved before stay until they are forgotten. The platform
    /// id becomes a second way to find it.
    /// </summary>
    Task Save(string shop, CustomerRecord customer, CancellationToken cancellation);

    /// <summary>
    /// Forgets a saved method without reading the record, one storage transaction. False when the customer has no such
    /// method.
    /// </summary>
    /// <param name="platformId">The customer's; null where there is none.</param>
    Task<bool> Forget(string shop, string publicId, string? platformId, string methodId, CancellationToken cancellation);
}
