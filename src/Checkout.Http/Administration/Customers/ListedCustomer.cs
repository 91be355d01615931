using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;

namespace Checkout.Http.Administration.Customers;

/// <summary>A customer as the back office sees them.</summary>
/// <param name="Id">The public id.</param>
/// <param name="CreatedAt">Null of customers from before it was kept.</param>
public sealed record ListedCustomer(
    string Id,
    string? PlatformId,
    string FirstName,
    string LastName,
    string EmailAddress,
    bool AcceptsMarketing,
    ImmutableArray<AddressState> SavedAddresses,
    DateTimeOffset? CreatedAt
)
{
    public static ListedCustomer Of(CustomerRecord customer) =>
        new(
            customer.PublicId,
            customer.PlatformId,
            customer.FirstName,
            customer.LastName,
            customer.EmailAddress,
            customer.AcceptsMarketing,
            [.. customer.SavedAddresses.Select(address => AddressState.Of(address) with { Default = address.IsDefault ? true : null })],
            customer.CreatedAt
        );
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record CustomersData(ImmutableArray<ListedCustomer> Customers, string? Next);
