using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;

namespace Checkout.Http.Outgoing;

/// <summary>
/// The headers of Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
/// the signature covers the message's id, the time of this try and the body, so that none of them fits another.
/// </summary>
internal static class StandardWebhook
{
    /// <param name="keys">One signature each, the present secret's first.</param>
    public static void Sign(HttpRequestMessage request, string id, string timestamp, string body, IEnumerable<string> keys)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        var signatures = keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(WebhookSecrets.KeyOf(key), signed))}");
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", string.Join(' ', signatures));
    }
}
