using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>What plugins have arranged for one order.</summary>
public sealed record PluginState
{
    /// <summary>Override URL by kind: address_validate, discount, inventory, shipping, tax.</summary>
    public ImmutableDictionary<string, OrderOverride> Overrides { get; init; } = ImmutableDictionary<string, OrderOverride>.Empty;

    /// <summary>
    /// The platform's cart that the shop's remote state authority is asked about, fixed when the order begins: nothing that a shopper or
    /// a plugin writes names another. Null where no authority decides on the order.
    /// </summary>
    public string? AuthorityCartId { get; init; }
    public ImmutableArray<ShippingAdjustment> ShippingAdjustments { get; init; } = [];
    public ShippingLine? ShippingRate { get; init; }
    public ImmutableArray<string> DisallowedLineItemProperties { get; init; } = [];
    public ImmutableArray<GatewayPriority> GatewayPriorities { get; init; } = [];
    public ImmutableArray<SplitCondition> SplitConditions { get; init; } = [];

    /// <summary>What plugins added to a unit's price, so that an event raised again does not add it again.</summary>
    public ImmutableArray<PriceAdjustment> PriceAdjustments { get; init; } = [];
    public bool Amendable { get; init; }
    public int DelayPlatformOrderSeconds { get; init; }
    public bool CaptureDelayed { get; init; }
    public bool OrderConfirmationEmailDisabled { get; init; }
    public Bopis? Bopis { get; init; }

    /// <summary>Whether the page should select "Use a different billing address"; null when no plugin said.</summary>
    public bool? DifferentBillingAddress { get; init; }

    /// <summary>A final shortage that an inventory override answered: sku to units available.</summary>
    public ImmutableDictionary<string, long>? FinalInventory { get; init; }
}
