using System.Globalization;
using System.Text.Json;

namespace Checkout.Http.Frame.Json;

/// <summary>Reads what others answer, which is as loosely typed as the languages that it is written in.</summary>
internal static class LooseJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = WireJson.MaxDepth,
    };

    /// <summary>What is read of an object; null for whatever is none, or cannot be read so.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T?> read)
        where T : class =>
        Try(() =>
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind is JsonValueKind.Object ? read(document.RootElement) : null;
        });

    /// <summary>Null where what is read is not there, or of another kind.</summary>
    public static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception nonsense)
            when (nonsense is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Empty when absent.</summary>
    public static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? Text(value) : "";

    public static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };

    /// <summary>Null when absent; a number may be written as text.</summary>
    public static decimal? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? Number(value) : null;

    public static decimal? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.String => decimal.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>False when absent; a flag may be written as number or text.</summary>
    public static bool Flag(JsonElement of, string name) => of.TryGetProperty(name, out var value) && Flag(value);

    public static bool Flag(JsonElement value) =>
        value.ValueKind is JsonValueKind.True
        || (value.ValueKind is JsonValueKind.Number && value.GetDecimal() != 0)
        || (value.ValueKind is JsonValueKind.String && value.GetString() is "1" or "true" or "TRUE" or "True");
}
