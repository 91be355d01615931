using System.Collections.Immutable;

namespace Checkout.Shipping;

/// <summary>The shipping of an order: what can be chosen, and what is.</summary>
public sealed record OrderShipping
{
    public ShippingLine? Selected { get; init; }
    public ImmutableArray<ShippingLine> Available { get; init; } = [];
}
