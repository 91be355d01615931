using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Http.Storefront.Payments;

/// <summary>A payment as storefronts send it (docs/contract/payments.md#shopper-payments).</summary>
public sealed record PaymentBody
{
    private const int LongestToken = 4_096;
    private const int MostEntries = 100;

    public string? GatewayPublicId { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Token { get; init; }
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public string? Type { get; init; }
    public string? DisplayString { get; init; }
    public bool? Retain { get; init; }

    /// <summary>What some wallets send as their token.</summary>
    public string? Nonce { get; init; }
    public ImmutableDictionary<string, JsonElement>? ExtraPaymentData { get; init; }
    public ImmutableDictionary<string, JsonElement>? CustomAttributes { get; init; }
    public string? WalletPayType { get; init; }
    public string? Tag { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ExternalId { get; init; }

    public static Result<OfferedPayment> Check(PaymentBody body) =>
        new Fields()
            .Required("gateway_public_id", body.GatewayPublicId)
            .Required("token", body.Token ?? body.Nonce, LongestToken)
            .Text("type", body.Type)
            .Text("display_string", body.DisplayString)
            .Text("tag", body.Tag)
            .Text("external_id", body.ExternalId)
            .OneOf("wallet_pay_type", body.WalletPayType, "applepay", "paywithgoogle", "paypal")
            .Check(
                body.ExtraPaymentData is not { Count: > MostEntries },
                "extra_payment_data",
                "extra_payment_data has too many entries.",
                "too_many"
            )
            .Check(
                body.CustomAttributes is not { Count: > MostEntries },
                "custom_attributes",
                "custom_attributes has too many entries.",
                "too_many"
            )
            .Then(() =>
                new OfferedPayment(body.GatewayPublicId!, (body.Token ?? body.Nonce)!)
                {
                    Amount = body.Amount,
                    Currency = body.Currency,
                    Type = body.Type,
                    DisplayString = body.DisplayString,
                    Tag = body.Tag,
                    ExternalId = body.ExternalId,
                    WalletPayType = body.WalletPayType,
                    Retain = body.Retain is true,
                    CustomAttributes = body.CustomAttributes ?? ImmutableDictionary<string, JsonElement>.Empty,
                    ExtraPaymentData = body.ExtraPaymentData ?? ImmutableDictionary<string, JsonElement>.Empty,
                }
            );

    public static Result<PaymentBody> CheckKnown(PaymentBody body) =>
        new Fields().Required("token", body.Token ?? body.Nonce, LongestToken).Then(() => body with { Token = body.Token ?? body.Nonce });
}

public sealed record GiftCardPaymentBody
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
}

public sealed record PaymentsAnswer(ImmutableArray<PaymentState> Payments, ApplicationState ApplicationState)
{
    public static PaymentsAnswer Of(Order order) => new(PaymentState.Of(order, OrderPrice.Of(order)), ApplicationState.Of(order));
}

public sealed record PaymentAnswer(PaymentState Payment, ApplicationState ApplicationState)
{
    /// <param name="token">Of the payment meant; the last one when a plugin took it off in between.</param>
    public static PaymentAnswer Of(Order order, string token)
    {
        var payment = AddPayment.Find(order, token) ?? order.Payments[^1];
        var share = OrderPrice.Of(order).Payments.First(s => s.PaymentId == payment.Id);
        return new PaymentAnswer(PaymentState.Of(payment, share.Amount), ApplicationState.Of(order));
    }
}
