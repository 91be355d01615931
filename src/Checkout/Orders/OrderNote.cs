namespace Checkout.Orders;

/// <summary>What a person of the back office wrote on an order, for colleagues; shoppers never see it.</summary>
/// <param name="Actor">See <see cref="TimelineEntry.Actor"/>.</param>
public sealed record OrderNote(DateTimeOffset At, string Actor, string Text);
