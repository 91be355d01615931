using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>The customer on an order (docs/contract/shapes.md#customer).</summary>
public sealed record Customer
{
    /// <summary>The platform's id; null or empty for a guest.</summary>
    public string? PlatformId { get; init; }

    /// <summary>The platform's id where it is one; clients mark a guest by an empty id or "0" (docs/contract/decisions.md#d24).</summary>
    [JsonIgnore]
    public string? KnownPlatformId => PlatformId is null or "" or "0" ? null : PlatformId;
    public string? PublicId { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";

    /// <summary>First and last name; empty when neither is known.</summary>
    [JsonIgnore]
    public string Name => $"{FirstName} {LastName}".Trim();
    public string EmailAddress { get; init; } = "";

    /// <summary>A letter can be sent to them.</summary>
    [JsonIgnore]
    public bool IsReachable => EmailAddress.Length > 0;
    public bool AcceptsMarketing { get; init; }
    public ImmutableArray<Address> SavedAddresses { get; init; } = [];

    public bool IsAuthenticated { get; init; }

    /// <summary>Came with Initialize Order, so the back office answers for the data.</summary>
    public bool GivenAtStart { get; init; }
}
