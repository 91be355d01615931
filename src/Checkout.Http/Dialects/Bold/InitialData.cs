using System.Collections.Immutable;
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
    public ImmutableArray<EmptyObject> AlternativePaymentMethods { get; init; } = [];

    /// <param name="customer">The customer's record, for the saved methods; null when there is none.</param>
    /// <param name="paymentPage">Where the order's payment page is.</param>
    public static InitialData Of(Order order, Shop shop, ImmutableArray<CountryInfo> countries, CustomerRecord? customer, string paymentPage) => new()
    {
        ShopName = shop.Name,
        CountryInfo = countries,
        SupportedLanguages = [LanguageState.Of(shop)],
        GeneralSettings = GeneralSettings.Of(shop),
        ExternalPaymentGateways = [.. OfferedGateways.Of(order, shop).Where(g => g.Driver != PaymentTypes.GiftCard).Select(g => ExternalGateway.Of(g, order, paymentPage))],
        LifeElements = [.. shop.LifeElements.OrderBy(e => e.OrderAsc).Select(LifeElementState.Of)],
        FlowSettings = shop.Flows.FirstOrDefault(f => f.FlowId == order.FlowId)?.Settings ?? ImmutableDictionary<string, string>.Empty,
        RequiresShipping = order.RequiresShipping,
        EpsGateways = OfferedGateways.Of(order, shop)
            .Where(g => g.Driver != PaymentTypes.GiftCard)
            .ToImmutableDictionary(g => g.PublicId, g => EpsGateway.Of(g, order, customer), StringComparer.Ordinal),
    };
}

public sealed record GeneralSettings(CheckoutProcess CheckoutProcess, AddressAutocomplete AddressAutocomplete)
{
    public static GeneralSettings Of(Shop shop) => new(
        new CheckoutProcess(
            shop.Checkout.BusinessNameRequired ? "required" : "optional",
            shop.Checkout.PhoneNumberRequired,
            shop.Checkout.AcceptsMarketingCheckbox,
            shop.TaxZones.Any(zone => zone.TaxesShipping),
            shop.RemoteStateAuthority is not null),
        new AddressAutocomplete(null, null));
}

public sealed record CheckoutProcess(
    string CompanyNameOption,
    bool PhoneNumberRequired,
    string AcceptsMarketingCheckboxOption,
    bool TaxShipping,
    bool RsaEnabled)
{
    public bool TaxExemptCheckboxEnabled { get; init; }
}

public sealed record AddressAutocomplete(string? Provider, string? ApiKey);

public sealed record ExternalGateway(bool IsTest, string IframeUrl, string BaseUrl, string PublicId, string Location, string Currency)
{
    /// <summary>A gateway with a page of its own says where; the test gateway's is ours.</summary>
    public static ExternalGateway Of(GatewaySettings gateway, Order order, string paymentPage) => new(
        gateway.IsTest,
        gateway.Settings.GetValueOrDefault("iframe_url", gateway.Driver == "test" ? paymentPage : ""),
        gateway.Settings.GetValueOrDefault("base_url", ""),
        gateway.PublicId,
        gateway.Location,
        gateway.Currency ?? order.Currency.Code);
}

public sealed record EpsGateway(string AuthToken, string Currency, string GroupLabel, ImmutableArray<VaultedPaymentMethod> VaultedPaymentMethods)
{
    public static EpsGateway Of(GatewaySettings gateway, Order order, CustomerRecord? customer) => new(
        gateway.Settings.GetValueOrDefault("auth_token", ""),
        gateway.Currency ?? order.Currency.Code,
        gateway.DisplayName,
        [.. (customer?.PaymentMethods ?? []).Where(m => m.GatewayPublicId == gateway.PublicId).Select(VaultedPaymentMethod.Of)]);
}

/// <summary>A saved method without its token, which belongs to the gateway: <c>eps_token</c> is its public id.</summary>
public sealed record VaultedPaymentMethod(string PublicId, string EpsToken, string TenderType, Tender Tender)
{
    public static VaultedPaymentMethod Of(SavedPaymentMethod method) => new(
        method.PublicId,
        method.PublicId,
        method.Type,
        new Tender(method.Brand, method.LastFour, method.ExpiryMonth, method.ExpiryYear));
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
    int OrderAsc)
{
    public static LifeElementState Of(LifeElement element) => new(
        element.PublicId,
        element.InputType,
        element.InputLabel,
        element.InputPlaceholder,
        element.InputDefault,
        element.InputRequired,
        element.InputRegex,
        element.Location,
        element.MetaDataField,
        element.OrderAsc);
}
