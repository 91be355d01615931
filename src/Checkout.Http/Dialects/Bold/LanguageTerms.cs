using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Shops;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// The words that checkout templates show (docs/contract/shapes.md#terms): those of the shop's language, English where there is
/// none, and the shop's own before them.
/// </summary>
internal static class LanguageTerms
{
    private const string English = "en";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenDictionary<string, string> Languages = new[] { English, "fr", "de", "es" }.ToFrozenDictionary(
        language => language,
        Read,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>As JSON: groups of keys.</summary>
    public static string Of(Shop shop)
    {
        var known = Languages.GetValueOrDefault(shop.Locale.Split('-', '_')[0]) ?? Languages[English];
        if (shop.Terms.IsEmpty)
            return known;
        var terms = JsonNode.Parse(known)!;
        foreach (var (term, text) in shop.Terms)
            Set(terms, term.Split('.'), text);
        return terms.ToJsonString(Plain);
    }

    private static void Set(JsonNode terms, ReadOnlySpan<string> path, string text)
    {
        foreach (var key in path[..^1])
            terms = terms[key] ??= new JsonObject();
        terms[path[^1]] = text;
    }

    private static string Read(string language)
    {
        using var file = typeof(LanguageTerms).Assembly.GetManifestResourceStream($"terms/{language}.json")!;
        return JsonNode.Parse(file)!.ToJsonString(Plain);
    }
}
