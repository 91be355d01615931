using System.Collections.Immutable;

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

    /// <summary>What the shop sells in besides.</summary>
    public ImmutableArray<ShopCurrency> Currencies { get; init; } = [];
    public ShopAddress Address { get; init; } = new();
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes shipped to; empty means every country.</summary>
    public ImmutableArray<string> ShippingCountries { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes billed; empty means every country.</summary>
    public ImmutableArray<string> BillingCountries { get; init; } = [];
    public CheckoutSettings Checkout { get; init; } = new();
    public HostedCheckoutSettings HostedCheckout { get; init; } = new();

    /// <summary>
    /// The shop's own words for checkout templates (docs/contract/shapes.md#terms) by group and key, such as
    /// payment_method.complete_order, instead of those of its language.
    /// </summary>
    public ImmutableDictionary<string, string> Terms { get; init; } = ImmutableDictionary<string, string>.Empty;
    public LetterSettings Letters { get; init; } = new();
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

    /// <summary>Clients of the BigCommerce facade (docs/contract/README.md#storefront-clients).</summary>
    public ImmutableArray<StorefrontClient> StorefrontClients { get; init; } = [];
    public RateLimits? RateLimits { get; init; }

    /// <summary>
    /// Days after which an order loses the person it was for (docs/contract/customers.md#retention); null keeps them.
    /// </summary>
    public int? RetentionDays { get; init; }

    /// <summary>The gateway charges in that currency: the one it names, else the shop's.</summary>
    public bool Charges(GatewaySettings gateway, string currency) =>
        string.Equals(gateway.Currency ?? Currency, currency, StringComparison.OrdinalIgnoreCase);

    public GatewaySettings? Gateway(string publicId) => Gateways.FirstOrDefault(g => g.PublicId == publicId);
}
