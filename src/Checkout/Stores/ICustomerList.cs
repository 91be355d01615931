using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>The customers of a shop for its back office. Those on a list come without their saved methods.</summary>
public interface ICustomerList
{
    /// <summary>By public id; one storage transaction, and more where customers have many saved methods.</summary>
    Task<PageOf<CustomerRecord>> List(string shop, PageRequest page, CancellationToken cancellation);

    /// <summary>Whatever the case of the address: one storage transaction, and one for each customer found.</summary>
    Task<IReadOnlyList<CustomerRecord>> FindByEmail(string shop, string emailAddress, CancellationToken cancellation);
}
