using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Backend.Shops;

/// <summary>The shop that a token belongs to (docs/contract/backend.md#shop-info): flat, without <c>data</c>.</summary>
public sealed class GetShopInfoEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult(Reply.Of(ShopInfo.Of(call.Shop, $"{call.Http.Request.Scheme}://{call.Http.Request.Host}")));
}

public sealed record ShopInfo
{
    public required string Id { get; init; }
    public required string ShopDomain { get; init; }
    public required string CustomDomain { get; init; }
    public required string ShopIdentifier { get; init; }
    public required string ShopOwner { get; init; }
    public required string City { get; init; }
    public required string Province { get; init; }
    public required string Country { get; init; }
    public required string CountryCode { get; init; }
    public required string Address { get; init; }

    [JsonPropertyName("address_2")]
    public required string Address2 { get; init; }
    public required string PostalCode { get; init; }
    public required string StoreName { get; init; }
    public required string AdminEmail { get; init; }
    public required string OrderEmail { get; init; }
    public required string Currency { get; init; }
    public required string CurrencySymbol { get; init; }
    public required string MoneyFormat { get; init; }
    public required string Phone { get; init; }
    public string PlanName { get; init; } = "";
    public string PlanLevel { get; init; } = "";
    public string PlatformStatus { get; init; } = "active";
    public bool IsPriceEnteredWithTax { get; init; }
    public string WeightUnit { get; init; } = "g";
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? RedactedAt { get; init; }
    public string SyncStatus { get; init; } = "synced";
    public bool SetupRequired { get; init; }
    public bool PasswordEnabled { get; init; }
    public bool PreLaunchEnabled { get; init; }
    public bool HasStorefront { get; init; } = true;
    public required string Timezone { get; init; }
    public string? OrganizationId { get; init; }
    public required string PlatformSlug { get; init; }
    public required string BaseUrl { get; init; }
    public required string ApiBaseUrl { get; init; }
    public required string AuthBaseUrl { get; init; }
    public string TaxRoundingMode { get; init; } = "half_up";
    public bool InventoryControl { get; init; }
    public int CurrencyPrecision { get; init; }
    public required string Locale { get; init; }
    public bool ShopEnabled { get; init; } = true;
    public bool HasAcShopPlatformCreds { get; init; }
    public DateTimeOffset? PlatformUpdatedAt { get; init; }

    /// <param name="ownUrl">Where this backend answers.</param>
    public static ShopInfo Of(Shop shop, string ownUrl)
    {
        var currency = Checkout.Money.Currency.Of(shop.Currency);
        return new ShopInfo
        {
            Id = shop.Identifier,
            ShopDomain = shop.Domain,
            CustomDomain = shop.Domain,
            ShopIdentifier = shop.Identifier,
            ShopOwner = shop.Owner,
            City = shop.Address.City,
            Province = shop.Address.Province,
            Country = shop.Address.Country,
            CountryCode = shop.Address.CountryCode,
            Address = shop.Address.Line1,
            Address2 = shop.Address.Line2,
            PostalCode = shop.Address.PostalCode,
            StoreName = shop.Name,
            AdminEmail = shop.Email,
            OrderEmail = shop.Email,
            Currency = currency.Code,
            CurrencySymbol = currency.Symbol,
            MoneyFormat = shop.CurrencyFormat ?? currency.Format,
            Phone = shop.Phone,
            IsPriceEnteredWithTax = shop.Checkout.TaxIncluded,
            CreatedAt = shop.CreatedAt,
            UpdatedAt = shop.CreatedAt,
            Timezone = shop.Timezone,
            PlatformSlug = shop.Platform,
            BaseUrl = ownUrl,
            ApiBaseUrl = ownUrl,
            AuthBaseUrl = ownUrl,
            InventoryControl = shop.Checkout.InventoryChecked,
            CurrencyPrecision = currency.Exponent,
            Locale = shop.Locale,
        };
    }
}
