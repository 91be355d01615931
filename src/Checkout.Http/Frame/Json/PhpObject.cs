using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Http.Frame.Json;

/// <summary>
/// PHP writes an empty object as <c>[]</c>. On the way in <c>[]</c> reads as <c>{}</c>; on the way out a null or an
/// empty dictionary is written as <c>[]</c>, which is what clients expect (docs/contract/README.md#bodies).
/// </summary>
public sealed class PhpObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType is JsonTokenType.Null)
            return null;
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.EndArray)
                throw new JsonException("must be an object");
            return JsonSerializer.Deserialize("{}"u8, info);
        }

        try
        {
            return JsonSerializer.Deserialize(ref reader, info);
        }
        catch (JsonException exception)
        {
            // The serializer inside knows the path below this object, the one outside the path to it.
            throw NestedJsonException.Around(exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is null or ICollection { Count: 0 })
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}

/// <summary>A JSON error below an object that a converter of ours read; <see cref="Tail"/> is the path below it.</summary>
public sealed class NestedJsonException(string message, string tail, Exception inner) : JsonException(message, null, null, null, inner)
{
    public string Tail { get; } = tail;

    public static NestedJsonException Around(JsonException exception) =>
        new(exception.Message, PathOf(exception).TrimStart('$'), exception);

    public static string PathOf(JsonException exception) => (exception.Path ?? "$") + (exception as NestedJsonException)?.Tail;
}

/// <summary>Lets every property that is an object or a dictionary accept <c>[]</c>.</summary>
internal static class PhpObjects
{
    public static void AcceptEmptyArrays(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
        {
            if (property.CustomConverter is null && IsObject(property.PropertyType))
                property.CustomConverter = (JsonConverter)
                    Activator.CreateInstance(typeof(TolerantObjectConverter<>).MakeGenericType(property.PropertyType))!;
        }
    }

    private static bool IsObject(Type type) =>
        type is { IsClass: true, IsGenericType: false, IsArray: false }
            && type.Namespace?.StartsWith("Checkout.Http", StringComparison.Ordinal) is true
        || type is { IsGenericType: true }
            && type.GetInterfaces()
                .Append(type)
                .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}

/// <summary>Reads as <see cref="PhpObjectConverter{T}"/> does and writes as usual.</summary>
internal sealed class TolerantObjectConverter<T> : JsonConverter<T?>
    where T : class
{
    private readonly PhpObjectConverter<T> php = new();

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        php.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value!, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
