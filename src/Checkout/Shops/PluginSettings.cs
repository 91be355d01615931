using System.Collections.Immutable;

namespace Checkout.Shops;

public sealed record PluginSettings
{
    public required string Uuid { get; init; }
    public required string Name { get; init; }
    public required string EventUrl { get; init; }

    /// <summary>A secret reference.</summary>
    public required string ClientSecret { get; init; }
    public ImmutableArray<string> Events { get; init; } = [];
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>How long an event waits for the plugin, 1 to 20 s; null waits as long as any event does.</summary>
    public int? TimeLimitSeconds { get; init; }

    /// <summary>Actions of lower positions are applied first.</summary>
    public int Position { get; init; }
}
