using System.Globalization;
using System.Text.Json;

namespace Checkout.Http.Plugins;

/// <summary>Reads the answers of overrides, which are as loosely typed as the languages they are written in.</summary>
internal static class Reading
{
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
