using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Money;

namespace Checkout.Plugins.Actions;

/// <summary>
/// The JSON that plugins send. They are written in many languages, so a number may come as text, a flag as text or
/// number (docs/contract/plugins.md#answer); what cannot be read names its field.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    Converters = [typeof(LenientText), typeof(LenientFlag), typeof(LenientInteger), typeof(LenientNumber)]
)]
[JsonSerializable(typeof(PluginAddress))]
[JsonSerializable(typeof(AddCartParams.Data), TypeInfoPropertyName = "AddCartParams")]
[JsonSerializable(typeof(AddDisallowedLineItemProperties.Data), TypeInfoPropertyName = "AddDisallowedLineItemProperties")]
[JsonSerializable(typeof(AddFee.Data), TypeInfoPropertyName = "AddFee")]
[JsonSerializable(typeof(AddLineItemByPlatformVariant.Data), TypeInfoPropertyName = "AddLineItemByPlatformVariant")]
[JsonSerializable(typeof(AddLineItemProperty.Data), TypeInfoPropertyName = "AddLineItemProperty")]
[JsonSerializable(typeof(AddNote.Data), TypeInfoPropertyName = "AddNote")]
[JsonSerializable(typeof(AddNoteAttribute.Data), TypeInfoPropertyName = "AddNoteAttribute")]
[JsonSerializable(typeof(AddShippingLinesValue.Data), TypeInfoPropertyName = "AddShippingLinesValue")]
[JsonSerializable(typeof(AddTag.Data), TypeInfoPropertyName = "AddTag")]
[JsonSerializable(typeof(AdjustLineItemPrice.Data), TypeInfoPropertyName = "AdjustLineItemPrice")]
[JsonSerializable(typeof(ChangeBillingAddress.Data), TypeInfoPropertyName = "ChangeBillingAddress")]
[JsonSerializable(typeof(ChangeShippingAddress.Data), TypeInfoPropertyName = "ChangeShippingAddress")]
[JsonSerializable(typeof(NoData), TypeInfoPropertyName = "NoData")]
[JsonSerializable(typeof(DelayPlatformOrder.Data), TypeInfoPropertyName = "DelayPlatformOrder")]
[JsonSerializable(typeof(DiscountCart.Data), TypeInfoPropertyName = "DiscountCart")]
[JsonSerializable(typeof(DiscountLineItems.Data), TypeInfoPropertyName = "DiscountLineItems")]
[JsonSerializable(typeof(FlagOrderAsBopis.Data), TypeInfoPropertyName = "FlagOrderAsBopis")]
[JsonSerializable(typeof(MultiplyShippingLinesValue.Data), TypeInfoPropertyName = "MultiplyShippingLinesValue")]
[JsonSerializable(typeof(OverrideUrl), TypeInfoPropertyName = "OverrideUrl")]
[JsonSerializable(typeof(RemoveFee.Data), TypeInfoPropertyName = "RemoveFee")]
[JsonSerializable(typeof(RemoveLineItemByKey.Data), TypeInfoPropertyName = "RemoveLineItemByKey")]
[JsonSerializable(typeof(SetCurrency.Data), TypeInfoPropertyName = "SetCurrency")]
[JsonSerializable(typeof(SetGatewayCurrency.Data), TypeInfoPropertyName = "SetGatewayCurrency")]
[JsonSerializable(typeof(SetLineItemPreOrder.Data), TypeInfoPropertyName = "SetLineItemPreOrder")]
[JsonSerializable(typeof(SetLineItemPrice.Data), TypeInfoPropertyName = "SetLineItemPrice")]
[JsonSerializable(typeof(SetLineItemShippingAddress.Data), TypeInfoPropertyName = "SetLineItemShippingAddress")]
[JsonSerializable(typeof(SetLineItemTaxable.Data), TypeInfoPropertyName = "SetLineItemTaxable")]
[JsonSerializable(typeof(SetOrderCreatedBy.Data), TypeInfoPropertyName = "SetOrderCreatedBy")]
[JsonSerializable(typeof(SetPaymentGateway.Data), TypeInfoPropertyName = "SetPaymentGateway")]
[JsonSerializable(typeof(SetShippingRate.Data), TypeInfoPropertyName = "SetShippingRate")]
[JsonSerializable(typeof(SetSplitOrderCondition.Data), TypeInfoPropertyName = "SetSplitOrderCondition")]
internal sealed partial class PluginJson : JsonSerializerContext
{
    public static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;
}

/// <summary>The data of an action that needs none.</summary>
internal sealed record NoData;

internal sealed class LenientText : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Null => "",
            JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}

internal sealed class LenientFlag : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.GetDecimal() != 0,
            JsonTokenType.String => reader.GetString() switch
            {
                "1" => true,
                "0" or "" => false,
                { } text => bool.TryParse(text, out var flag) ? flag : throw new JsonException(),
                null => false,
            },
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

internal sealed class LenientNumber : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    internal static decimal Of(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
            JsonTokenType.String
                when decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new JsonException(),
        };
}

/// <summary>An integer amount; a fraction such as 1998.9999999999998 is rounded, as PHP clients send it.</summary>
internal sealed class LenientInteger : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = LenientNumber.Of(ref reader);
        return number is > -9e18m and < 9e18m ? Rounding.ToMinorUnits(number) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
