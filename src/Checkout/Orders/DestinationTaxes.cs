using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>The taxes of one destination; those of all destinations add up to the order's.</summary>
public sealed record DestinationTaxes
{
    /// <summary>Taxes of what is sent of a line, by line item key.</summary>
    public ImmutableDictionary<string, ImmutableArray<Tax>> Lines { get; init; } = ImmutableDictionary<string, ImmutableArray<Tax>>.Empty;
    public ImmutableArray<Tax> Shipping { get; init; } = [];
}
