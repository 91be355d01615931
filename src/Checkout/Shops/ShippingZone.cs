using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>
/// A place shipped to and its rates. Of several zones that match, the most specific wins: province, then country, then anywhere.
/// </summary>
public sealed record ShippingZone
{
    public required string Name { get; init; }

    /// <summary>Empty means anywhere.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Province codes within the one country; empty means all of it.</summary>
    public ImmutableArray<string> Provinces { get; init; } = [];
    public ImmutableArray<ZoneRate> Rates { get; init; } = [];
}
