using System.Collections.Immutable;
using Checkout.Shipping;

namespace Checkout.Plugins;

/// <summary>What plugins have arranged for one order.</summary>
public sealed record PluginState
{
    /// <summary>Override URL by kind: address_validate, discount, inventory, shipping, tax.</summary>
    public ImmutableDictionary<string, OrderOverride> Overrides { get; init; } = ImmutableDictionary<string, OrderOverride>.Empty;
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

    /// <summary>Whether the page should select «Use a different billing address»; null when no plugin said.</summary>
    public bool? DifferentBillingAddress { get; init; }

    /// <summary>A final shortage that an inventory override answered: sku to units available.</summary>
    public ImmutableDictionary<string, long>? FinalInventory { get; init; }
}

/// <param name="PluginUuid">Whose secret signs the request; null for an override of the shop itself.</param>
public sealed record OrderOverride(string Url, string? PluginUuid, string? SecretReference = null);

/// <summary>A change to every shipping line: multiplied first, then added to; minor units.</summary>
/// <param name="Id">The action it came from; the same action raised again replaces it.</param>
public sealed record ShippingAdjustment(decimal Multiplier, long Add, string? LineText, string Id = "");

/// <param name="Id">The action it came from.</param>
/// <param name="Value">Minor units for each unit of the line.</param>
public sealed record PriceAdjustment(string Id, string LineItemKey, long Value);

public sealed record GatewayPriority(string PublicId, int? Priority);

public sealed record SplitCondition(string Policy, string ConditionType, string Billing, string ShippingCost, string Discount);

/// <summary>Buy online, pick up in store: sections of the checkout page to hide.</summary>
public sealed record Bopis(bool Enabled, ImmutableDictionary<string, bool> HiddenSections);
