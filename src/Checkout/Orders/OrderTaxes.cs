using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// The taxes of an order as last generated. A change of address leaves them as they are until they are generated again
/// (docs/contract/decisions.md, D27).
/// </summary>
public sealed record OrderTaxes
{
    /// <summary>
    /// What they were calculated from (<c>TaxedContent</c>); an order of another content has other taxes. Null in documents
    /// from before it was kept: then nobody knows.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>Taxes of a line, by line item key.</summary>
    public ImmutableDictionary<string, ImmutableArray<Tax>> Lines { get; init; } = ImmutableDictionary<string, ImmutableArray<Tax>>.Empty;
    public ImmutableArray<Tax> Shipping { get; init; } = [];
    public ImmutableArray<Tax> Fees { get; init; } = [];

    /// <summary>Of lines and shipping, by the id of the destination; null where everything goes to the order's own address.</summary>
    public ImmutableDictionary<string, DestinationTaxes>? Destinations { get; init; }
}
