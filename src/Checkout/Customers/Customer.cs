using System.Collections.Immutable;
using Checkout.Addresses;

namespace Checkout.Customers;

/// <summary>The customer on an order (reference/wire-contract.md, B2).</summary>
public sealed record Customer
{
    /// <summary>The platform's id; null or empty for a guest.</summary>
    public string? PlatformId { get; init; }
    public string? PublicId { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string EmailAddress { get; init; } = "";
    public bool AcceptsMarketing { get; init; }
    public ImmutableArray<Address> SavedAddresses { get; init; } = [];

    /// <summary>Clients mark a guest by an empty platform id or "0" (wire-contract.md, F13).</summary>
    public bool IsAuthenticated { get; init; }
}
