using System.Collections.Immutable;

namespace Checkout.Taxes;

/// <summary>A tax amount in minor units; an included tax is already part of the price.</summary>
public sealed record Tax(string Name, long Value, bool IsIncluded);

/// <summary>A named rate: 0.05 is five per cent.</summary>
public sealed record TaxRate(string Name, decimal Rate);

/// <summary>
/// The taxes of an order as last generated. They stay as they are until generated again
/// (reference/storefront-api.txt, Update Shipping Address: «Taxes are not recalculated automatically»).
/// </summary>
public sealed record OrderTaxes
{
    /// <summary>Taxes of a line, by line item key.</summary>
    public ImmutableDictionary<string, ImmutableArray<Tax>> Lines { get; init; } = ImmutableDictionary<string, ImmutableArray<Tax>>.Empty;
    public ImmutableArray<Tax> Shipping { get; init; } = [];
    public ImmutableArray<Tax> Fees { get; init; } = [];
}
