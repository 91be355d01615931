using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Shops;

/// <summary>Something that happened to an order and that plugins may answer (docs/contract/plugins.md#events).</summary>
/// <param name="Name">One of <see cref="PluginEventNames"/>.</param>
public sealed record PluginEvent(string Name)
{
    /// <summary>What the event says beyond the order, such as the hook of app_hook.</summary>
    public ImmutableDictionary<string, JsonElement> Properties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>The event, and of app_hook the hook: what an answer belongs to, so that two hooks are told apart.</summary>
    public string Origin =>
        Name == PluginEventNames.AppHook && Properties.TryGetValue("hook", out var hook) && hook.ValueKind is JsonValueKind.String
            ? $"{Name}/{hook.GetString()}"
            : Name;

    /// <summary>The one plugin that is meant; null means all that subscribe.</summary>
    public string? PluginUuid { get; init; }

    /// <summary>The plugins that hear of it, in the order in which their actions apply.</summary>
    public IEnumerable<PluginSettings> Subscribers(Shop shop) =>
        shop
            .Plugins.Where(plugin =>
                plugin.Events.Contains(Name, StringComparer.OrdinalIgnoreCase) && (PluginUuid is null || plugin.Uuid == PluginUuid)
            )
            .OrderBy(plugin => plugin.Position);

    public static implicit operator PluginEvent(string name) => new(name);
}
