using System.Collections.Immutable;

namespace Checkout.Plugins;

/// <summary>What a plugin was asked, what it answered, and what would come of it.</summary>
/// <param name="EventId">What webhook-id said.</param>
/// <param name="Request">UTF-8 JSON.</param>
/// <param name="Answer">As it came; empty when there was none.</param>
/// <param name="Failure">Why the plugin would be skipped; null when its actions apply.</param>
public sealed record Simulation(string EventId, ReadOnlyMemory<byte> Request, ReadOnlyMemory<byte> Answer, string? Failure)
{
    /// <summary>What earlier answers to the event made and this one no longer names.</summary>
    public ImmutableArray<OrderChange> Withdrawn { get; init; } = [];

    public ImmutableArray<SimulatedAction> Actions { get; init; } = [];

    /// <summary>Why none of the actions applies to an order that is placed; null when they do.</summary>
    public Problem? Refused { get; init; }
}
