namespace Checkout.Shops;

/// <summary>A secret in the shop document: a reference <c>secret:NAME</c>, or the secret itself as an API call brought it in.</summary>
public static class SecretValues
{
    private const string Prefix = "secret:";

    public static bool IsReference(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Null when a reference names no secret.</summary>
    public static async ValueTask<string?> Resolve(this ISecrets secrets, string value, CancellationToken cancellation) =>
        IsReference(value) ? await secrets.Find(value[Prefix.Length..], cancellation) : value;
}
