using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Settings;

/// <summary>What the SDK must know of the store before it shows anything (docs/contract/bigcommerce.md#store).</summary>
public sealed class GetCheckoutSettingsEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult(Reply.Of(StoreSettings.Of(call.Shop, Checkouts.Origin(call), call.Parameter("checkoutId") ?? call.BoundOrderId)));
}

/// <summary>In the names of the SDK's <c>Config</c>. What shops here do not have is off or empty.</summary>
public sealed record StoreSettings(StoreContext Context, StoreCustomization Customization, StoreConfig StoreConfig)
{
    internal static StoreSettings Of(Shop shop, string origin, string? checkoutId) =>
        new(
            new StoreContext(checkoutId, shop.Address.CountryCode, [], new StorePaymentContext()),
            new([]),
            Settings.StoreConfig.Of(shop, origin)
        );
}

/// <param name="GeoCountryCode">The shop's own country: where a request comes from is not looked up.</param>
public sealed record StoreContext(
    string? CheckoutId,
    string GeoCountryCode,
    ImmutableArray<string> FlashMessages,
    StorePaymentContext Payment
);

public sealed record StorePaymentContext(string? FormId = null, string? Token = null);

public sealed record StoreCustomization(ImmutableArray<string> LanguageData);

public sealed record StoreConfig
{
    public string CdnPath { get; init; } = "";
    public required StoreCheckoutSettings CheckoutSettings { get; init; }
    public required StoreCurrency Currency { get; init; }
    public required StoreCurrency ShopperCurrency { get; init; }
    public string DisplayDateFormat { get; init; } = "MMM dd yyyy";
    public string InputDateFormat { get; init; } = "MM/dd/yyyy";
    public StoreDisplaySettings DisplaySettings { get; init; } = new();
    public required FormFieldLists FormFields { get; init; }
    public required StoreLinks Links { get; init; }
    public required StorePaymentSettings PaymentSettings { get; init; }
    public StoreShopperConfig ShopperConfig { get; init; } = new();
    public required StoreProfile StoreProfile { get; init; }
    public string ImageDirectory { get; init; } = "";
    public bool IsAngularDebuggingEnabled { get; init; }

    internal static StoreConfig Of(Shop shop, string origin) =>
        new()
        {
            CheckoutSettings = new StoreCheckoutSettings(),
            Currency = StoreCurrency.Of(shop),
            ShopperCurrency = StoreCurrency.Of(shop),
            FormFields = FormFieldLists.Of(shop),
            Links = StoreLinks.Of(shop, origin),
            PaymentSettings = new StorePaymentSettings(origin, []),
            StoreProfile = new StoreProfile(
                shop.Email,
                "",
                shop.Address.Country,
                shop.Address.CountryCode,
                shop.Identifier,
                shop.Identifier,
                shop.Name,
                shop.Phone,
                shop.Locale
            ),
        };
}

/// <summary>No accounts are made here, no spam is looked for, and items may go to several addresses.</summary>
public sealed record StoreCheckoutSettings
{
    public ImmutableDictionary<string, bool> Features { get; init; } = ImmutableDictionary<string, bool>.Empty;
    public bool CheckoutBillingSameAsShippingEnabled { get; init; } = true;
    public bool EnableOrderComments { get; init; } = true;
    public bool EnableTermsAndConditions { get; init; }
    public string GoogleMapsApiKey { get; init; } = "";
    public string GoogleRecaptchaSitekey { get; init; } = "";
    public bool IsAccountCreationEnabled { get; init; }
    public bool IsStorefrontSpamProtectionEnabled { get; init; }
    public bool IsSpamProtectionEnabled { get; init; }
    public bool GuestCheckoutEnabled { get; init; } = true;
    public bool HasMultiShippingEnabled { get; init; } = true;
    public bool IsAnalyticsEnabled { get; init; }
    public bool IsCardVaultingEnabled { get; init; }
    public bool IsCouponCodeCollapsed { get; init; }
    public bool IsExpressPrivacyPolicy { get; init; }
    public bool IsSignInEmailEnabled { get; init; }
    public bool IsPaymentRequestEnabled { get; init; }
    public bool IsPaymentRequestCanMakePaymentEnabled { get; init; }
    public bool IsTrustedShippingAddressEnabled { get; init; }
    public string OrderTermsAndConditions { get; init; } = "";
    public string OrderTermsAndConditionsLocation { get; init; } = "";
    public string OrderTermsAndConditionsLink { get; init; } = "";
    public string OrderTermsAndConditionsType { get; init; } = "";
    public string PrivacyPolicyUrl { get; init; } = "";
    public string? ProviderWithCustomCheckout { get; init; }
    public string ShippingQuoteFailedMessage { get; init; } = "This order cannot be shipped to this address.";
    public ImmutableArray<string> RealtimeShippingProviders { get; init; } = [];
    public bool RequiresMarketingConsent { get; init; }
    public ImmutableArray<string> RemoteCheckoutProviders { get; init; } = [];
    public bool ShouldRedirectToStorefrontForAuth { get; init; }
}

public sealed record StoreCurrency(
    string Code,
    string DecimalPlaces,
    string DecimalSeparator,
    string SymbolLocation,
    string Symbol,
    string ThousandsSeparator
)
{
    public bool IsTransactional { get; init; } = true;
    public decimal ExchangeRate { get; init; } = 1;

    internal static StoreCurrency Of(Shop shop)
    {
        var currency = Money.Currency.Of(shop.Currency);
        return new(
            currency.Code,
            currency.Exponent.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ".",
            "left",
            currency.Symbol,
            ","
        );
    }
}

public sealed record StoreDisplaySettings
{
    public bool HidePriceFromGuests { get; init; }
}

/// <summary>The store's pages are the merchant's own: of them only the cart's is known here.</summary>
public sealed record StoreLinks(string CartLink, string CheckoutLink, string SiteLink)
{
    public string CreateAccountLink { get; init; } = "";
    public string ForgotPasswordLink { get; init; } = "";
    public string LoginLink { get; init; } = "";
    public string LogoutLink { get; init; } = "";
    public string OrderConfirmationLink { get; init; } = "";

    internal static StoreLinks Of(Shop shop, string origin)
    {
        var site = shop.Domain.Length > 0 ? $"https://{shop.Domain}" : origin;
        return new(shop.Checkout.LinkToCart ?? site, site, site);
    }
}

public sealed record StorePaymentSettings(string BigpayBaseUrl, ImmutableArray<string> ClientSidePaymentProviders);

public sealed record StoreShopperConfig
{
    public bool DefaultNewsletterSignup { get; init; }
    public bool ShowNewsletterSignup { get; init; } = true;
    public StorePasswordRequirements PasswordRequirements { get; init; } = new();
}

/// <summary>No passwords are taken here.</summary>
public sealed record StorePasswordRequirements
{
    public string Alpha { get; init; } = "/[A-Za-z]/";
    public string Numeric { get; init; } = "/[0-9]/";
    public int Minlength { get; init; } = 7;
    public string Error { get; init; } = "";
}

public sealed record StoreProfile(
    string OrderEmail,
    string ShopPath,
    string StoreCountry,
    string StoreCountryCode,
    string StoreHash,
    string StoreId,
    string StoreName,
    string StorePhoneNumber,
    string StoreLanguage
);
