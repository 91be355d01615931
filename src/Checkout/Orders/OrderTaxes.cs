using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// The taxes of an order as last generated. They stay as they are until generated again
/// (docs/contract/storefront.md#taxes).
/// </summary>
public sealed record OrderTaxes
{
    /// <summary>Taxes of a line, by line item key.</summary>
    public ImmutableDictionary<string, ImmutableArray<Tax>> Lines { get; init; } = ImmutableDictionary<string, ImmutableArray<Tax>>.Empty;
    public ImmutableArray<Tax> Shipping { get; init; } = [];
    public ImmutableArray<Tax> Fees { get; init; } = [];
}
