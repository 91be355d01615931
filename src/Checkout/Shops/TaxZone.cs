using System.Collections.Immutable;

namespace Checkout.Shops;

public sealed record TaxZone
{
    public required string Country { get; init; }

    /// <summary>Province codes; empty means the whole country. A zone with provinces beats one without.</summary>
    public ImmutableArray<string> Provinces { get; init; } = [];
    public ImmutableArray<TaxZoneRate> Rates { get; init; } = [];
    public bool TaxesShipping { get; init; }
}
