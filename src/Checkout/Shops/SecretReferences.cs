using System.Text.RegularExpressions;

namespace Checkout.Shops;

/// <summary>
/// A secret in the shop document: a reference <c>secret:shops/SHOP/NAME</c>, or the secret itself as an API call brought it
/// in. A reference names a secret of the shop that it is written in: neither the deployment's own secrets nor those of
/// other shops can be reached by one (docs/shops.md, Secrets).
/// </summary>
public static partial class SecretReferences
{
    private const string Prefix = "secret:";

    /// <summary>A reference that names nothing.</summary>
    public const string None = Prefix;

    public static bool Is(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>It names a secret of that shop.</summary>
    public static bool IsOwn(string reference, string shopIdentifier) =>
        Name().Match(reference) is { Success: true } match && match.Groups["shop"].ValueSpan.SequenceEqual(shopIdentifier);

    /// <summary>
    /// The name in the store of secrets, which has letters, digits and dashes only: <c>shops-SHOP-NAME</c>. Identifiers of
    /// shops have no dash, so no two references have one name. Null when it is no reference to a shop's secret.
    /// </summary>
    public static string? NameOf(string reference) =>
        Name().Match(reference) is { Success: true } match
            ? $"shops-{match.Groups["shop"].ValueSpan}-{match.Groups["name"].ValueSpan}"
            : null;

    [GeneratedRegex(@"^secret:shops/(?<shop>[a-z0-9]{4,32})/(?<name>[A-Za-z0-9][A-Za-z0-9-]{0,79})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
