namespace Checkout.Shops;

/// <summary>A secret in the shop document: a reference <c>secret:NAME</c>, or the secret itself as an API call brought it in.</summary>
public static class SecretReferences
{
    private const string Prefix = "secret:";

    public static bool Is(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The name that a reference gives.</summary>
    public static string NameOf(string reference) => reference[Prefix.Length..];
}
