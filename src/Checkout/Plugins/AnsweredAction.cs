using System.Text.Json;
using Checkout.Plugins.Actions;

namespace Checkout.Plugins;

/// <param name="Type">As the plugin wrote it.</param>
public sealed record AnsweredAction(string Type, JsonElement Data)
{
    /// <summary>The platform variant that the action adds; null for every other action.</summary>
    public string? PlatformVariantId =>
        PluginActions.Find(Type)?.Name == Actions.AddLineItemByPlatformVariant.Name
        && Data.ValueKind is JsonValueKind.Object
        && Data.TryGetProperty("platform_variant_id", out var id)
        && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.ToString()
            : null;
}
