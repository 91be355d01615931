using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>The customers of a shop for its back office. Those on a list come without their saved methods.</summary>
public interface ICustomerList
{
    /// <summary>By public id; one storage transaction, and more where customers have many saved methods.</summary>
    Task<PageOf<CustomerRecord>> List(string shop, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// Whatever the case of the address: one storage transaction, and one for each customer of the page, of which there are at most
    /// two. A page may have fewer, even none, where customers have had the address before.
    /// </summary>
    Task<PageOf<CustomerRecord>> FindByEmail(string shop, string emailAddress, PageRequest page, CancellationToken cancellation);
}
