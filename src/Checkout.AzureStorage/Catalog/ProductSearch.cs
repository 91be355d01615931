using Checkout.AzureStorage.Tables;
using Checkout.Catalog;

namespace Checkout.AzureStorage.Catalog;

/// <summary>What somebody typed to find a product: the beginning of a sku, or of words in a title.</summary>
internal sealed class ProductSearch
{
    public const string WordPrefix = "word-";

    /// <summary>Words of a title by which a product is found.</summary>
    private const int MostWords = 12;
    private const int LongestWord = 40;

    public ProductSearch(string text)
    {
        Text = text.Trim().ToLowerInvariant();
        FirstWord = Words(Text).FirstOrDefault("");
    }

    /// <summary>Lower-case.</summary>
    public string Text { get; }

    public string FirstWord { get; }

    /// <summary>A row for each word of its title.</summary>
    public static IEnumerable<string> WordRows(Product product) => TitleWords(product).Select(word => RowOf(word, product));

    /// <summary>The title holds all that was typed, the product is not found by its sku already, nor by an earlier row.</summary>
    public bool FindsByTitle(Product product, string row) =>
        FirstWord.Length > 0
        && !product.Sku.StartsWith(Text, StringComparison.OrdinalIgnoreCase)
        && Title(product).Contains(Text, StringComparison.Ordinal)
        && row
            == TitleWords(product)
                .Where(word => word.StartsWith(FirstWord, StringComparison.Ordinal))
                .Select(word => RowOf(word, product))
                .Min(StringComparer.Ordinal);

    private static string RowOf(string word, Product product) => $"{WordPrefix}{TableKey.Of(word)}|{TableKey.Of(product.Sku)}";

    private static string Title(Product product) => $"{product.ProductTitle} {product.Title}".ToLowerInvariant();

    private static IEnumerable<string> TitleWords(Product product) =>
        Words(Title(product)).Distinct(StringComparer.Ordinal).Take(MostWords);

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length <= LongestWord ? word : word[..LongestWord]);
}
