using System.Collections.Immutable;

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
}
