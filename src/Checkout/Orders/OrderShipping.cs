using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>The shipping of an order: what can be chosen, and what is.</summary>
public sealed record OrderShipping
{
    public ShippingLine? Selected { get; init; }

    /// <summary>The lines as the shopper sees them, plugins' adjustments included.</summary>
    public ImmutableArray<ShippingLine> Available { get; init; } = [];

    /// <summary>The lines as they were offered, before plugins' adjustments.</summary>
    public ImmutableArray<ShippingLine> Offered { get; init; } = [];
}
