using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Money;

namespace Checkout.Http.Frame.Json;

/// <summary>
/// An amount in minor units. PHP clients calculate it as <c>float × 100</c>, so <c>1998.9999999999998</c> is 1999
/// (docs/contract/README.md#money): rounded, half away from zero, never refused.
/// </summary>
internal sealed class AmountConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.Number)
            throw new JsonException("must be a whole number");
        if (reader.TryGetInt64(out var amount))
            return amount;
        if (reader.TryGetDecimal(out var fraction) && fraction is >= long.MinValue and <= long.MaxValue)
            return Rounding.ToMinorUnits(fraction);
        throw new JsonException("is out of range");
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A count, such as a quantity: a fraction of a thing is refused, <c>2.0</c> is two.</summary>
internal sealed class CountConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.Number)
            throw new JsonException("must be a whole number");
        if (reader.TryGetInt32(out var count))
            return count;
        if (!reader.TryGetDecimal(out var fraction) || fraction is < int.MinValue or > int.MaxValue)
            throw new JsonException("is out of range");
        return decimal.IsInteger(fraction) ? (int)fraction : throw new JsonException("must be a whole number");
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>An id that platforms write as a text or as a number; kept as text.</summary>
public sealed class TextOrNumberConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException("must be a text or a whole number"),
        };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
