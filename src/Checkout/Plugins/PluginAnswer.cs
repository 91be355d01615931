using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>What one plugin answered to one event.</summary>
/// <param name="Failure">Why it is skipped; null when its actions apply.</param>
public sealed record PluginAnswer(PluginSettings Plugin, string Event, ImmutableArray<AnsweredAction> Actions, string? Failure = null)
{
    /// <summary>What it is an answer to (<see cref="PluginEvent.Origin"/>).</summary>
    public string Origin { get; init; } = Event;

    /// <summary>Actions that one answer may hold (docs/contract/plugins.md#answer).</summary>
    public const int MostActions = 100;
}
