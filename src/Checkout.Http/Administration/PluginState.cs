using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>A plugin as it is registered; its secret stays inside.</summary>
public sealed record PluginState(
    string Uuid,
    string Name,
    string EventUrl,
    ImmutableArray<string> Events,
    ImmutableArray<string> Scopes,
    int Position,
    int? TimeLimitSeconds
)
{
    public static PluginState Of(PluginSettings plugin) =>
        new(plugin.Uuid, plugin.Name, plugin.EventUrl, plugin.Events, plugin.Scopes, plugin.Position, plugin.TimeLimitSeconds);
}

/// <param name="ClientSecret">The secret or secret:shops/SHOP/NAME; left out, it stays as it is.</param>
public sealed record PutPluginRequest(
    string? Name,
    string? EventUrl,
    string? ClientSecret,
    ImmutableArray<string>? Events,
    ImmutableArray<string>? Scopes,
    int? Position,
    int? TimeLimitSeconds
);
