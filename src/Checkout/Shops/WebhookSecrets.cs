using System.Text;

namespace Checkout.Shops;

/// <summary>
/// The two forms that a webhook's secret can have: any text, or <c>whsec_</c> and 24 to 64 bytes in base64, as Standard
/// Webhooks writes them (docs/contract/webhooks.md#secrets).
/// </summary>
public static class WebhookSecrets
{
    public const string Rule = "A shared_secret that begins with whsec_ holds 24 to 64 bytes in base64 behind it.";

    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    public static bool AreFine(string secret) =>
        !secret.StartsWith(Prefix, StringComparison.Ordinal) || Decoded(secret) is { Length: >= FewestBytes and <= MostBytes };

    /// <summary>The key of Standard Webhooks: the bytes that whsec_ stands for, or those of the text.</summary>
    public static byte[] KeyOf(string secret) =>
        (secret.StartsWith(Prefix, StringComparison.Ordinal) ? Decoded(secret) : null) ?? Encoding.UTF8.GetBytes(secret);

    private static byte[]? Decoded(string secret)
    {
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) ? bytes[..length] : null;
    }
}
