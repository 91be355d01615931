using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkout.Money;

namespace Checkout.Mail.Letters;

/// <summary>What a language calls things, and how it writes dates and amounts.</summary>
internal sealed class LetterWords
{
    private const string NoBreak = "\u00a0";
    private static readonly FrozenDictionary<string, LetterWords> ByLanguage = Languages.ToFrozenDictionary(
        language => language,
        language => new LetterWords(language),
        StringComparer.Ordinal
    );

    private readonly FrozenDictionary<string, string> words;

    private LetterWords(string language)
    {
        Language = language;
        words = JsonSerializer
            .Deserialize<Dictionary<string, string>>(LetterFiles.Words(language))!
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static ImmutableArray<string> Languages => ["en", "fr", "de", "es"];

    public string Language { get; }

    /// <summary>The two letters of a locale such as fr-CA.</summary>
    public static string LanguageOf(string locale) => locale.Split('-', '_')[0].ToLowerInvariant();

    /// <summary>English where the language is not one of ours.</summary>
    public static LetterWords Of(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];

    /// <summary>The word itself where there is none of that name, so that a template shows what it asked for.</summary>
    /// <param name="facts">What stands in for {name}, {amount}, …</param>
    public string Say(string key, IReadOnlyDictionary<string, string> facts)
    {
        if (!words.TryGetValue(key, out var word))
            return key;
        foreach (var (name, fact) in facts)
            word = word.Replace($"{{{name}}}", fact, StringComparison.Ordinal);
        return word;
    }

    public string Say(string key) => words.GetValueOrDefault(key, key);

    public string Date(DateTimeOffset at, string timezone)
    {
        var local = TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at;
        return words["date"]
            .Replace("{day}", local.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", words["months"].Split(',')[local.Month - 1], StringComparison.Ordinal)
            .Replace("{year}", local.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>
    /// Minor units as the language writes them, with all digits of the currency. A symbol that several currencies share has the code
    /// beside it.
    /// </summary>
    public string Amount(long amount, string currencyCode)
    {
        var currency = Currency.Of(currencyCode);
        var number = Math.Abs(currency.ToDecimal(amount)).ToString($"N{currency.Exponent}", Numbers());
        var sign = amount < 0 ? "\u2212" : "";
        var isCode = currency.Symbol == currency.Code;
        var shown = Language is "en" && !isCode ? $"{sign}{currency.Symbol}{number}" : $"{sign}{number}{NoBreak}{currency.Symbol}";
        return IsShared(currency) ? $"{shown}{NoBreak}{currency.Code}" : shown;
    }

    private static bool IsShared(Currency currency) =>
        currency.Symbol != currency.Code && Currency.All.Any(other => other.Symbol == currency.Symbol && other.Code != currency.Code);

    private NumberFormatInfo Numbers() =>
        Language switch
        {
            "fr" => new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202f" },
            "de" or "es" => new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
            _ => NumberFormatInfo.InvariantInfo,
        };
}
