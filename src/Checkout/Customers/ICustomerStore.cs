namespace Checkout.Customers;

/// <summary>Returning customers of a shop, by public id or by the platform's id.</summary>
public interface ICustomerStore
{
    Task<CustomerRecord?> Find(string shop, string publicId, CancellationToken cancellation);

    Task<CustomerRecord?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation);

    /// <summary>Writes the whole record; the platform id becomes a second way to find it.</summary>
    Task Save(string shop, CustomerRecord customer, CancellationToken cancellation);
}
