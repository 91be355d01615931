using System.Collections.Immutable;

namespace Checkout.Plugins;

/// <summary>One action of an answer.</summary>
/// <param name="Type">As the plugin wrote it.</param>
public sealed record SimulatedAction(string Type)
{
    /// <summary>Why it does not apply; empty when it does.</summary>
    public ImmutableArray<Problem> Refused { get; init; } = [];

    /// <summary>What it changes; empty when the order is that way already.</summary>
    public ImmutableArray<OrderChange> Changes { get; init; } = [];
}
