using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Checkout.Http.Frame.Json;

/// <summary>
/// JSON without the freedoms that leave its meaning alone: no spaces, properties by name. Two bodies with one hash say the same.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>SHA-256 of the canonical form, lower-case hex. The text must be JSON already, an object.</summary>
    /// <param name="without">Properties of the object that do not count.</param>
    public static string Hash(ReadOnlyMemory<byte> json, params ReadOnlySpan<string> without)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = WireJson.MaxDepth });
        var bytes = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                if (!without.Contains(property.Name))
                    Write(writer, property);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonProperty property)
    {
        writer.WritePropertyName(property.Name);
        Write(writer, property.Value);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                    Write(writer, property);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(element.GetString());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
