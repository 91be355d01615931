using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Posts webhooks signed as Standard Webhooks are and with the signature of the raw body (docs/contract/webhooks.md#request),
/// and with those of plugin calls (docs/contract/plugins.md#signatures): plugins and connectors that exist verify their webhooks as they do
/// their events.
/// </summary>
public sealed class WebhookCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IWebhookCalls
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public Task<WebhookAnswer> Post(
        string shop,
        string publicOrderId,
        WebhookSubscription subscription,
        OutboxMessage message,
        CancellationToken cancellation
    ) => Post(subscription.CallbackUrl, [.. subscription.SigningSecrets(time.GetUtcNow())], message, Sign, cancellation);

    public Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        Post(
            UrlOf(authority, message),
            [authority.SharedSecret],
            message,
            (request, _, keys) => Signatures.SignForConnector(request, keys[0], time.GetUtcNow()),
            cancellation
        );

    private static string UrlOf(RemoteStateAuthority authority, OutboxMessage message) =>
        message.Destination.Contains('/', StringComparison.Ordinal) ? $"{authority.Url.TrimEnd('/')}/{message.Destination}" : authority.Url;

    private void Sign(HttpRequestMessage request, OutboxMessage message, IReadOnlyList<string> keys)
    {
        var now = time.GetUtcNow();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("x-bold-topic", message.Topic);
        request.Headers.TryAddWithoutValidation("x-bold-webhook-id", message.Id);
        request.Headers.TryAddWithoutValidation("x-bold-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("x-bold-signature", Signatures.Hmac(message.Body, keys[0]));
        StandardWebhook.Sign(request, message.Id, timestamp, message.Body, keys);
        Signatures.SignForPlugin(request, message.Destination, keys[0], now);
    }

    private async Task<WebhookAnswer> Post(
        string url,
        IReadOnlyList<string> references,
        OutboxMessage message,
        Action<HttpRequestMessage, OutboxMessage, IReadOnlyList<string>> sign,
        CancellationToken cancellation
    )
    {
        if (http.WhyNot(url) is { } refusal)
            return new WebhookAnswer(refusal);
        if (await secrets.Resolve(references[0], cancellation) is not { Length: > 0 } secret)
            return new WebhookAnswer("The secret that signs the message is missing.");
        List<string> keys = [secret];
        foreach (var reference in references.Skip(1))
            if (await secrets.Resolve(reference, cancellation) is { Length: > 0 } another && another != secret)
                keys.Add(another);
        var body = Encoding.UTF8.GetBytes(message.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        sign(request, message, keys);
        var reply = await http.Send(request, Limit, time, cancellation);
        return new WebhookAnswer(reply.Failure)
        {
            Status = reply.Status,
            RetryAfter = RetryAfter(reply),
            Excerpt = Excerpt(reply.Body.Span),
        };
    }

    /// <summary>The beginning of a text; what cannot be shown in a line is a space.</summary>
    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4 * WebhookAnswer.LongestExcerpt)]).AsSpan();
        var excerpt = text[..Math.Min(text.Length, WebhookAnswer.LongestExcerpt)].ToArray();
        for (var i = 0; i < excerpt.Length; i++)
            if (char.IsControl(excerpt[i]) || char.IsSurrogate(excerpt[i]))
                excerpt[i] = ' ';
        return new string(excerpt).TrimEnd();
    }

    /// <summary>Null where it was not asked for, or its time is past.</summary>
    private TimeSpan? RetryAfter(SafeReply reply) =>
        reply is { Failure: not null, RetryAfter: { } asked }
        && (asked.Delta ?? asked.Date - time.GetUtcNow()) is { } wait
        && wait > TimeSpan.Zero
            ? wait
            : null;
}
