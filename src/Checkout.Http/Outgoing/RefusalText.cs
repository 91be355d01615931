using System.Globalization;
using System.Text.Json;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Why an authority refuses, in its own words: texts, or objects with a `message` and the `parameters` that Magento names in it (`%1`,
/// `%fieldName`).
/// </summary>
internal static class RefusalText
{
    /// <summary>Characters of a refusal that a shopper is shown.</summary>
    public const int Longest = 500;

    /// <summary>Characters of a message that are looked through for placeholders, whose values may be shorter.</summary>
    private const int MostRead = 8 * Longest;
    private const int MostParameters = 100;
    private const string Wordless = "The store refused the change.";

    /// <summary>The first of `errors`; null where there is none.</summary>
    public static string? OfErrors(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array && errors.GetArrayLength() > 0
            ? Of(errors[0]) ?? Wordless
            : null;

    /// <summary>The answer's own `message`, which is a refusal only where its status says so; null where there is none.</summary>
    public static string? OfAnswer(JsonElement answer) => Of(answer);

    private static string? Of(JsonElement said) =>
        said.ValueKind is JsonValueKind.String ? Cut(said.GetString()!)
        : said.ValueKind is JsonValueKind.Object && LooseJson.Text(said, "message") is { Length: > 0 } message
            ? Cut(said.TryGetProperty("parameters", out var parameters) ? Filled(message, Values(parameters)) : message)
        : null;

    private static string? Cut(string text)
    {
        text = text.Trim();
        if (text.Length > Longest)
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        return text.Length > 0 ? text : null;
    }

    /// <summary>Placeholders with their values; the longest is tried first, so that %10 is not %1 and a nought.</summary>
    private static List<(string Name, string Value)> Values(JsonElement parameters)
    {
        var values = parameters.ValueKind switch
        {
            JsonValueKind.Array => parameters.EnumerateArray().Select((value, i) => ($"%{i + 1}", LooseJson.Text(value))),
            JsonValueKind.Object => parameters.EnumerateObject().Select(p => ($"%{PositionOf(p.Name) ?? p.Name}", LooseJson.Text(p.Value))),
            _ => [],
        };
        return [.. values.Take(MostParameters).OrderByDescending(value => value.Item1.Length)];
    }

    /// <summary>PHP writes a list with gaps as an object whose keys count from nought.</summary>
    private static string? PositionOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < int.MaxValue
            ? (index + 1).ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Filled(string text, List<(string Name, string Value)> values)
    {
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < Math.Min(text.Length, MostRead) && filled.Length <= 2 * Longest; )
        {
            var (name, value) = values.Find(v => string.CompareOrdinal(text, at, v.Name, 0, v.Name.Length) == 0);
            filled.Append(name is null ? text[at].ToString() : value);
            at += name?.Length ?? 1;
        }

        return filled.ToString();
    }
}
