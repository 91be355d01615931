using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Http.Dialects.Bold;

/// <summary>What a checkout page must know of the shop before it shows itself (docs/contract/shapes.md#initial_data).</summary>
public sealed record InitialData
{
    public required string ShopName { get; init; }
    public required ImmutableArray<CountryInfo> CountryInfo { get; init; }
    public required ImmutableArray<LanguageState> SupportedLanguages { get; init; }
    public required GeneralSettings GeneralSettings { get; init; }
    public required ImmutableArray<ExternalGateway> ExternalPaymentGateways { get; init; }
    public required ImmutableArray<LifeElementState> LifeElements { get; init; }
    public ImmutableArray<EmptyObject> FraudTools { get; init; } = [];

    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, string>>))]
    public required ImmutableDictionary<string, string> FlowSettings { get; init; }
    public bool RequiresShipping { get; init; }

    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, EpsGateway>>))]
    public required ImmutableDictionary<string, EpsGateway> EpsGateways { get; init; }
    public required ImmutableArray<AlternativePaymentMethod> AlternativePaymentMethods { get; init; }

    /// <param name="customer">The customer's record, for the methods they have saved; null when there is none.</param>
    /// <param name="jwt">The order's, by which a page's payment script signs in.</param>
    /// <param name="paymentPage">Where a gateway's payment page for the order is.</param>
    public static InitialData Of(
        Order order,
        Shop shop,
        ImmutableArray<CountryInfo> countries,
        CustomerRecord? customer,
        string jwt,
        Func<GatewaySettings, string> paymentPage
    ) =>
        new()
        {
            ShopName = shop.Name,
            CountryInfo = countries,
            SupportedLanguages = [LanguageState.Of(shop)],
            GeneralSettings = GeneralSettings.Of(shop),
            ExternalPaymentGateways =
            [
                .. OfferedGateways
                    .Of(order, shop)
                    .Where(g => g.Driver != PaymentTypes.GiftCard)
                    .Select(g => ExternalGateway.Of(g, order, paymentPage)),
            ],
            LifeElements = [.. shop.LifeElements.OrderBy(e => e.OrderAsc).Select(LifeElementState.Of)],
            FlowSettings = shop.Flows.FirstOrDefault(f => f.FlowId == order.FlowId)?.Settings ?? ImmutableDictionary<string, string>.Empty,
            RequiresShipping = order.RequiresShipping,
            EpsGateways = OfferedGateways
                .Of(order, shop)
                .Where(g => g.Driver != PaymentTypes.GiftCard)
                .ToImmutableDictionary(
                    g => g.Number.ToString(CultureInfo.InvariantCulture),
                    g => EpsGateway.Of(g, order, customer, jwt),
                    StringComparer.Ordinal
                ),
            AlternativePaymentMethods =
            [
                .. OfferedGateways.Of(order, shop).Select(AlternativePaymentMethod.Of).OfType<AlternativePaymentMethod>(),
            ],
        };
}

public sealed record GeneralSettings(CheckoutProcess CheckoutProcess, AddressAutocomplete AddressAutocomplete)
{
    public static GeneralSettings Of(Shop shop) =>
        new(
            new CheckoutProcess(
                shop.Checkout.BusinessNameRequired ? "required" : "optional",
                shop.Checkout.PhoneNumberRequired,
                shop.Checkout.AcceptsMarketingCheckbox,
                shop.TaxZones.Any(zone => zone.TaxesShipping),
                shop.RemoteStateAuthority is not null
            ),
            new AddressAutocomplete(null, null)
        );
}

public sealed record CheckoutProcess(
    string CompanyNameOption,
    bool PhoneNumberRequired,
    string AcceptsMarketingCheckboxOption,
    bool TaxShipping,
    bool RsaEnabled
)
{
    public bool TaxExemptCheckboxEnabled { get; init; }
}

public sealed record AddressAutocomplete(string? Provider, string? ApiKey);

public sealed record ExternalGateway(bool IsTest, string IframeUrl, string BaseUrl, string PublicId, string Location, string Currency)
{
    /// <summary>A gateway with a page of its own says where; those that take cards in a browser have one of ours.</summary>
    public static ExternalGateway Of(GatewaySettings gateway, Order order, Func<GatewaySettings, string> paymentPage) =>
        new(
            gateway.IsTest,
            gateway.Settings.GetValueOrDefault("iframe_url", GatewayForm.Of(gateway, null) is null ? "" : paymentPage(gateway)),
            gateway.Settings.GetValueOrDefault("base_url", ""),
            gateway.PublicId,
            gateway.Location,
            gateway.Currency ?? order.Currency.Code
        );
}

public sealed record EpsGateway(
    string AuthToken,
    string Currency,
    string GroupLabel,
    ImmutableArray<VaultedPaymentMethod> VaultedPaymentMethods
)
{
    public static EpsGateway Of(GatewaySettings gateway, Order order, CustomerRecord? customer, string jwt) =>
        new(
            gateway.Settings.GetValueOrDefault("auth_token", GatewayForm.Of(gateway, null) is null ? "" : jwt),
            gateway.Currency ?? order.Currency.Code,
            gateway.DisplayName,
            [.. (customer?.PaymentMethods ?? []).Where(m => m.GatewayPublicId == gateway.PublicId).Select(VaultedPaymentMethod.Of)]
        );
}

/// <summary>
/// An express payment button as older pages read it, of which Stripe's is the one that there is (npm
/// @boldcommerce/checkout-express-pay-library).
/// </summary>
/// <param name="Key">The publishable key.</param>
/// <param name="AccountCountry">ISO 3166-1 alpha-2; of the setting account_country.</param>
public sealed record AlternativePaymentMethod(string Type, string PublicId, string Key, string AccountCountry)
{
    /// <summary>Of the setting account_id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StripeUserId { get; init; }

    /// <summary>Null for a gateway without such a button: the country of the account has to be known for one.</summary>
    public static AlternativePaymentMethod? Of(GatewaySettings gateway) =>
        GatewayForm.Of(gateway, null) is { Type: GatewayForm.Stripe } form
        && gateway.Settings.GetValueOrDefault("account_country") is { Length: 2 } country
            ? new AlternativePaymentMethod("stripe", gateway.PublicId, form.PublishableKey, country)
            {
                StripeUserId = gateway.Settings.GetValueOrDefault("account_id"),
            }
            : null;
}

/// <summary>A saved method without its token, which belongs to the gateway: <c>eps_token</c> is its public id.</summary>
public sealed record VaultedPaymentMethod(string PublicId, string EpsToken, string TenderType, Tender Tender)
{
    public static VaultedPaymentMethod Of(SavedPaymentMethod method) =>
        new(
            method.PublicId,
            method.PublicId,
            method.Type,
            new Tender(method.Brand, method.LastFour, method.ExpiryMonth, method.ExpiryYear)
        );
}

public sealed record Tender(string Brand, [property: JsonPropertyName("last4")] string LastFour, int ExpMonth, int ExpYear);

public sealed record LifeElementState(
    string PublicId,
    string InputType,
    string InputLabel,
    string InputPlaceholder,
    string InputDefault,
    bool InputRequired,
    string? InputRegex,
    string Location,
    string MetaDataField,
    int OrderAsc
)
{
    public static LifeElementState Of(LifeElement element) =>
        new(
            element.PublicId,
            element.InputType,
            element.InputLabel,
            element.InputPlaceholder,
            element.InputDefault,
            element.InputRequired,
            element.InputRegex,
            element.Location,
            element.MetaDataField,
            element.OrderAsc
        );
}
