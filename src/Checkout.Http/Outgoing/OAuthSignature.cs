using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.Outgoing;

/// <summary>
/// The keys of an OAuth 1.0a integration, and the Authorization header that they sign (RFC 5849, HMAC-SHA256), which Magento's
/// integrations verify. JSON bodies are not signed.
/// </summary>
internal sealed record OAuthSignature(string ConsumerKey, string ConsumerSecret, string Token, string TokenSecret)
{
    /// <param name="nonce">Other for each request.</param>
    public string Header(HttpMethod method, Uri url, string nonce, DateTimeOffset now)
    {
        var parameters = ImmutableSortedDictionary
            .Create<string, string>(StringComparer.Ordinal)
            .Add("oauth_consumer_key", ConsumerKey)
            .Add("oauth_nonce", nonce)
            .Add("oauth_signature_method", "HMAC-SHA256")
            .Add("oauth_timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .Add("oauth_token", Token)
            .Add("oauth_version", "1.0");
        var normalized = string.Join('&', parameters.Select(p => $"{Escape(p.Key)}={Escape(p.Value)}"));
        var signed = $"{method.Method}&{Escape(url.GetLeftPart(UriPartial.Path))}&{Escape(normalized)}";
        var key = $"{Escape(ConsumerSecret)}&{Escape(TokenSecret)}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)));
        return "OAuth " + string.Join(", ", parameters.Add("oauth_signature", signature).Select(p => $"{p.Key}=\"{Escape(p.Value)}\""));
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
