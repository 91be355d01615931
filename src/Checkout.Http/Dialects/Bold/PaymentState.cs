using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// A payment (docs/contract/shapes.md#payment). <c>amount</c> and <c>value</c> are the same minor units, as newer
/// clients read one and older ones the other. The token of a saved method belongs to the gateway and is left out.
/// </summary>
public sealed record PaymentState
{
    public required string Id { get; init; }
    public required string GatewayPublicId { get; init; }
    public long Amount { get; init; }
    public long Value { get; init; }
    public required string Currency { get; init; }
    public required string Type { get; init; }
    public required string DisplayString { get; init; }
    public required string Token { get; init; }
    public bool Retain { get; init; }
    public required string Tag { get; init; }
    public required string Brand { get; init; }
    public required string FriendlyBrand { get; init; }

    [JsonPropertyName("lineText")]
    public required string LineText { get; init; }
    public required string Step { get; init; }
    public required string Status { get; init; }
    public string? PublicPaymentMethodId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WalletPayType { get; init; }

    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, JsonElement>>))]
    public required ImmutableDictionary<string, JsonElement> CustomAttributes { get; init; }

    public static ImmutableArray<PaymentState> Of(Order order, OrderPrice price) =>
        [.. order.Payments.Zip(price.Payments, (payment, share) => Of(payment, share.Amount))];

    public static PaymentState Of(Payment payment, long amount) =>
        new()
        {
            Id = payment.Id,
            GatewayPublicId = payment.GatewayPublicId,
            Amount = amount,
            Value = amount,
            Currency = payment.Currency,
            Type = payment.Type,
            DisplayString = payment.DisplayString,
            Token = payment.PublicPaymentMethodId is null ? payment.Token : "",
            Retain = payment.Retain,
            Tag = payment.Tag,
            Brand = payment.Brand,
            FriendlyBrand = payment.Brand,
            LineText = payment.LastFour,
            Step = payment.Status,
            Status = payment.Status,
            PublicPaymentMethodId = payment.PublicPaymentMethodId,
            ExternalId = payment.ExternalId,
            WalletPayType = payment.WalletPayType,
            CustomAttributes = payment.CustomAttributes,
        };
}
