using System.Globalization;
using Checkout.Shops;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// A language of the checkout page (docs/contract/shapes.md#initial_data). <c>language_blob</c> is JSON in a text, as
/// clients parse it themselves.
/// </summary>
public sealed record LanguageState(int Id, string ShopId, string IsoLanguage, string LanguageName, string LanguageBlob)
{
    public bool IsDefault { get; init; } = true;

    /// <summary>0 or 1, as <see cref="Enabled"/>: the library's own types say so.</summary>
    public int OutOfDate { get; init; }
    public int Enabled { get; init; } = 1;
    public string Source { get; init; } = "default";
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
    public string Name => LanguageName;
    public int ShopLanguageId => Id;

    public static LanguageState Of(Shop shop)
    {
        var name = NameOf(shop.Locale);
        return new LanguageState(
            1,
            shop.Identifier,
            shop.Locale,
            name,
            $"{{\"language_name\":\"{name}\",\"terms\":{LanguageTerms.Of(shop)}}}"
        )
        {
            CreatedAt = shop.CreatedAt,
            UpdatedAt = shop.CreatedAt,
        };
    }

    private static string NameOf(string locale) =>
        locale.Split('-')[0].ToLower(CultureInfo.InvariantCulture) switch
        {
            "de" => "German",
            "es" => "Spanish",
            "fr" => "French",
            "it" => "Italian",
            "nl" => "Dutch",
            "pt" => "Portuguese",
            _ => "English",
        };
}
