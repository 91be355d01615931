using System.Collections.Immutable;
using Checkout.Discounts;
using Checkout.Payments;

namespace Checkout.Shops;

/// <summary>A shop's configuration: one JSON document (schema: samples/shop.schema.json).</summary>
public sealed record Shop
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>About 10 lower-case letters and digits.</summary>
    public required string Identifier { get; init; }
    public required string Name { get; init; }
    public string Domain { get; init; } = "";
    public string Owner { get; init; } = "";
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Platform { get; init; } = "general";
    public string Timezone { get; init; } = "UTC";
    public string Locale { get; init; } = "en";

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public string? CurrencyFormat { get; init; }
    public ShopAddress Address { get; init; } = new();
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes shipped to; empty means every country.</summary>
    public ImmutableArray<string> ShippingCountries { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes billed; empty means every country.</summary>
    public ImmutableArray<string> BillingCountries { get; init; } = [];
    public CheckoutSettings Checkout { get; init; } = new();
    public ImmutableArray<ShippingZone> ShippingZones { get; init; } = [];
    public ImmutableArray<TaxZone> TaxZones { get; init; } = [];
    public ImmutableArray<DiscountCode> DiscountCodes { get; init; } = [];
    public ImmutableArray<GatewaySettings> Gateways { get; init; } = [];
    public ImmutableArray<string> CorsOrigins { get; init; } = [];
    public ImmutableArray<ApiToken> ApiTokens { get; init; } = [];
    public ImmutableArray<PluginSettings> Plugins { get; init; } = [];
    public ImmutableArray<OverrideSettings> Overrides { get; init; } = [];
    public ImmutableArray<WebhookSubscription> Webhooks { get; init; } = [];
    public ImmutableArray<CheckoutFlow> Flows { get; init; } = [];
    public ImmutableArray<LifeElement> LifeElements { get; init; } = [];
    public PlatformConnectorSettings PlatformConnector { get; init; } = new();
    public RemoteStateAuthority? RemoteStateAuthority { get; init; }

    /// <summary>Clients of the BigCommerce facade (H14).</summary>
    public ImmutableArray<StorefrontClient> StorefrontClients { get; init; } = [];
    public RateLimits? RateLimits { get; init; }

    public GatewaySettings? Gateway(string publicId) => Gateways.FirstOrDefault(g => g.PublicId == publicId);
}

/// <summary>Where the shop is and ships from.</summary>
public sealed record ShopAddress
{
    public string Line1 { get; init; } = "";
    public string Line2 { get; init; } = "";
    public string City { get; init; } = "";
    public string Province { get; init; } = "";
    public string ProvinceCode { get; init; } = "";
    public string Country { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string PostalCode { get; init; } = "";
}

public sealed record CheckoutSettings
{
    public bool PhoneNumberRequired { get; init; }
    public bool BusinessNameRequired { get; init; }

    /// <summary>optional, required or hidden, as general_settings.checkout_process shows it.</summary>
    public string AcceptsMarketingCheckbox { get; init; } = "unchecked";

    /// <summary>Prices contain the tax; otherwise it is added.</summary>
    public bool TaxIncluded { get; init; }
    public bool InventoryChecked { get; init; } = true;
    public bool DiscountsEnabled { get; init; } = true;
    public bool VaultingEnabled { get; init; } = true;
    public CaptureSettings Capture { get; init; } = new();

    /// <summary>Held money of an order that was never finished goes back after this long.</summary>
    public int ReleaseHeldPaymentsAfterHours { get; init; } = 24;

    /// <summary>An open order with an e-mail address counts as abandoned after this long; 0 turns it off.</summary>
    public int AbandonedAfterMinutes { get; init; }

    /// <summary>Where a shopper comes back to; {public_order_id} is filled in.</summary>
    public string? ResumableLink { get; init; }
    public string? LinkToCart { get; init; }
}

/// <summary>A place shipped to and its rates. Of several zones that match, the most specific wins: province, then country, then anywhere.</summary>
public sealed record ShippingZone
{
    public required string Name { get; init; }

    /// <summary>Empty means anywhere.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Province codes within the one country; empty means all of it.</summary>
    public ImmutableArray<string> Provinces { get; init; } = [];
    public ImmutableArray<ShippingRate> Rates { get; init; } = [];
}

/// <summary>Limits are inclusive; weight in grams, subtotal and amount in minor units of the shop's currency.</summary>
public sealed record ShippingRate
{
    public required string Code { get; init; }
    public required string Description { get; init; }
    public required long Amount { get; init; }

    /// <summary>Added for every started kilogram.</summary>
    public long AmountPerKilogram { get; init; }
    public long? MinWeight { get; init; }
    public long? MaxWeight { get; init; }
    public long? MinSubtotal { get; init; }
    public long? MaxSubtotal { get; init; }
}

public sealed record TaxZone
{
    public required string Country { get; init; }

    /// <summary>Province codes; empty means the whole country. A zone with provinces beats one without.</summary>
    public ImmutableArray<string> Provinces { get; init; } = [];
    public ImmutableArray<TaxZoneRate> Rates { get; init; } = [];
    public bool TaxesShipping { get; init; }
}

/// <param name="Rate">0.05 is five per cent.</param>
public sealed record TaxZoneRate(string Name, decimal Rate);

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

    /// <summary>Such as api_key: secret:stripe-key.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>An API access token of the back office: never stored, only its hash.</summary>
/// <param name="Sha256">Of the token, lower-case hex.</param>
/// <param name="Scopes">read_orders, write_orders, … or * for all.</param>
public sealed record ApiToken(string Name, string Sha256, ImmutableArray<string> Scopes);

public sealed record PluginSettings
{
    public required string Uuid { get; init; }
    public required string Name { get; init; }
    public required string EventUrl { get; init; }

    /// <summary>A secret reference.</summary>
    public required string ClientSecret { get; init; }
    public ImmutableArray<string> Events { get; init; } = [];
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Actions of lower positions are applied first.</summary>
    public int Position { get; init; }
}

/// <param name="Type">address_validate, shipping, discount, inventory or tax.</param>
/// <param name="SharedSecret">A secret reference.</param>
public sealed record OverrideSettings(string PublicId, string Type, string Url, string SharedSecret);

/// <param name="SharedSecret">A secret reference.</param>
public sealed record WebhookSubscription(string Id, string Topic, string CallbackUrl, string SharedSecret, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

public sealed record CheckoutFlow(string FlowId, string FlowName, string FlowType, ImmutableDictionary<string, string> Settings);

/// <summary>A field that the merchant adds to the checkout page (wire-contract.md, B15).</summary>
public sealed record LifeElement
{
    public required string PublicId { get; init; }
    public string InputType { get; init; } = "text";
    public string InputLabel { get; init; } = "";
    public string InputPlaceholder { get; init; } = "";
    public string InputDefault { get; init; } = "";
    public bool InputRequired { get; init; }
    public string? InputRegex { get; init; }
    public string Location { get; init; } = "";
    public string MetaDataField { get; init; } = "";
    public int OrderAsc { get; init; }
}

/// <summary>
/// Where carts come from and finished orders are pushed to (docs/platform-connector.md). Without a URL the built-in
/// connector accepts and numbers orders, and knows no carts.
/// </summary>
/// <param name="SharedSecret">A secret reference.</param>
public sealed record PlatformConnectorSettings(string? Url = null, string? SharedSecret = null);

/// <summary>The remote state authority of wire-contract.md, D9.</summary>
public sealed record RemoteStateAuthority(string Url, string SharedSecret);

/// <param name="TokenSha256">Of X-Auth-Token, lower-case hex.</param>
public sealed record StorefrontClient(string Client, string TokenSha256);

/// <summary>Calls a second, of the whole shop and of one order, that an instance takes; as many may come at once. Off when null (H12).</summary>
public sealed record RateLimits(int ShopPerSecond, int OrderPerSecond);
