using System.Text.Json.Serialization;

namespace Checkout.Orders;

/// <param name="PluginUuid">Whose secret signs the request; null for an override of the shop itself.</param>
public sealed record OrderOverride(string Url, string? PluginUuid, string? SecretReference = null)
{
    /// <summary>The shop's remote state authority answers, in its own protocol.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByAuthority { get; init; }
}
