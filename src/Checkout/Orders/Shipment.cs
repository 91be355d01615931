using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>Units that left together. Those of all shipments are the units that are fulfilled.</summary>
/// <param name="ShippedAt">When it was told that they left.</param>
public sealed record Shipment(DateTimeOffset ShippedAt, ImmutableArray<ShippedLine> Lines)
{
    public Tracking Tracking { get; init; } = Tracking.None;
}
