using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// The shipping of an order: what can be chosen, and what is. Where it goes to several destinations, each has its own, and the order's is
/// their sum (docs/contract/shapes.md#destination).
/// </summary>
public sealed record OrderShipping
{
    public ShippingLine? Selected { get; init; }

    /// <summary>The lines as the shopper sees them, plugins' adjustments included.</summary>
    public ImmutableArray<ShippingLine> Available { get; init; } = [];

    /// <summary>The lines as they were offered, before plugins' adjustments.</summary>
    public ImmutableArray<ShippingLine> Offered { get; init; } = [];

    /// <summary>By the id of the destination; null where everything goes to the order's own address.</summary>
    public ImmutableDictionary<string, OrderShipping>? Destinations { get; init; }
}
