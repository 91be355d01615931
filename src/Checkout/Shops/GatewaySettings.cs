using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Checkout.Shops;

/// <summary>A payment gateway as the shop has set it up.</summary>
public sealed record GatewaySettings
{
    /// <summary>64 characters; what a storefront names in gateway_public_id.</summary>
    public required string PublicId { get; init; }

    /// <summary>test, stripe or gift_card.</summary>
    public required string Driver { get; init; }
    public string DisplayName { get; init; } = "";
    public string? Currency { get; init; }
    public bool IsTest { get; init; }
    public string Location { get; init; } = "payment_method_below";

    /// <summary>Such as api_key: secret:shops/SHOP/stripe-key.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Positive; by which clients name the gateway that want a number (docs/contract/shapes.md): the setting
    /// <c>gateway_id</c>, else one made of the public id, so that it stays the same.
    /// </summary>
    [JsonIgnore]
    public int Number => Given is > 0 and var number ? number : Made(PublicId);

    private int Given =>
        int.TryParse(Settings.GetValueOrDefault("gateway_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>Whether a client means this gateway, by its public id or by its number.</summary>
    public bool IsNamed(string? id) => id is { Length: > 0 } && (id == PublicId || id == Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>FNV-1a, without its sign.</summary>
    private static int Made(string publicId)
    {
        var hash = 2166136261;
        foreach (var c in publicId)
            hash = unchecked((hash ^ c) * 16777619);
        return Math.Max(1, (int)(hash & int.MaxValue));
    }
}
