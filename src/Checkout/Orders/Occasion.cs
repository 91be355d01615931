namespace Checkout.Orders;

/// <summary>When something is decided and for whom: handed in at the edge.</summary>
/// <param name="At">UTC.</param>
/// <param name="Actor">See <see cref="TimelineEntry.Actor"/>.</param>
public sealed record Occasion(DateTimeOffset At, string Actor);
