using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Shops;

namespace Checkout.Http.Storefront.WalletPay;

/// <summary>The shopper agreed in the wallet: its payment, and what the order still lacks, go onto the order.</summary>
public sealed class ApproveWalletOrderEndpoint(ShopperOrder orders, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<WalletPayBody>()).Then(body => WalletPayBody.Check(body, call.Shop));
        if (!read.Succeeded)
            return read.Problems;
        var data = read.Value.PaymentData!;
        var changed = await orders.Change(
            call,
            PluginEventNames.PaymentAdded,
            (order, shop, occasion) => TestWallet.Approve(order, shop, data.WalletOrderId, read.Value.WalletPayType, occasion, ids)
        );
        return Reply.Of(changed, order => WalletPayAnswer.Of(order, new WalletPaymentData { Id = TestWallet.OrderId(order) }));
    }
}

/// <param name="GatewayType">Such as paypal; the test gateway plays every wallet.</param>
public sealed record WalletPayBody(string? GatewayType, JsonElement? GatewayId, WalletPayData? PaymentData)
{
    internal string? WalletPayType => GatewayType is "paypal" or "applepay" or "paywithgoogle" ? GatewayType : null;

    public static Result<WalletPayBody> Check(WalletPayBody body, Checkout.Shops.Shop shop) =>
        new Fields()
            .Required("gateway_type", body.GatewayType)
            .Required("payment_data", (object?)body.PaymentData)
            .Check(
                TestWallet.Gateway(shop) is not null,
                "gateway_type",
                "The shop has no gateway with this wallet.",
                "payment_type_not_supported"
            )
            .Then(() => body);
}

public sealed record WalletPayData
{
    public string? PaymentType { get; init; }
    public string? PaymentActionType { get; init; }
    public string? Locale { get; init; }
    public string? PaypalOrderId { get; init; }
    public string? OrderId { get; init; }
    public WalletAddress? ShippingAddress { get; init; }
    public WalletOption? ShippingOptions { get; init; }

    internal string WalletOrderId => PaypalOrderId ?? OrderId ?? "";
}

/// <summary>An address as wallets send it while the shopper still chooses: a place, without name and street.</summary>
public sealed record WalletAddress
{
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Province { get; init; }
    public string? ProvinceCode { get; init; }
    public string? Country { get; init; }
    public string? CountryCode { get; init; }
    public string? PostalCode { get; init; }

    [JsonPropertyName("countryCode")]
    public string? CountryCodeOfSdk { get; init; }

    [JsonPropertyName("postalCode")]
    public string? PostalCodeOfSdk { get; init; }

    public Address ToAddress(Address? before)
    {
        var code = CountryCode ?? CountryCodeOfSdk ?? "";
        var province = ProvinceCode ?? State ?? Province ?? "";
        return (before ?? new Address()) with
        {
            City = City ?? "",
            Province = province,
            ProvinceCode = Countries.Find(code)?.ProvinceByCode(province) is { } known ? known.Code : "",
            Country = Country ?? "",
            CountryCode = code,
            PostalCode = PostalCode ?? PostalCodeOfSdk ?? "",
        };
    }
}

public sealed record WalletOption
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
}

public sealed record WalletPaymentData
{
    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ShippingLineState>? ShippingOptions { get; init; }
}

public sealed record WalletPayAnswer(WalletPaymentData PaymentData, ApplicationState ApplicationState)
{
    public static WalletPayAnswer Of(Order order, WalletPaymentData data) => new(data, ApplicationState.Of(order));
}
