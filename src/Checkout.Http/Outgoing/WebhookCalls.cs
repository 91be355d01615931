using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Posts webhooks with the signature of the raw body (docs/contract/webhooks.md#request), and with those of plugin
/// calls (docs/contract/plugins.md#signatures): plugins and connectors that exist verify their webhooks as they do
/// their events.
/// </summary>
public sealed class WebhookCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IWebhookCalls
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public Task<string?> Post(WebhookSubscription subscription, OutboxMessage message, CancellationToken cancellation) =>
        Post(subscription.CallbackUrl, subscription.SharedSecret, message, Sign, cancellation);

    public Task<string?> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        Post(
            authority.Url,
            authority.SharedSecret,
            message,
            (request, _, secret) => Signatures.SignForConnector(request, secret, time.GetUtcNow()),
            cancellation
        );

    private void Sign(HttpRequestMessage request, OutboxMessage message, string secret)
    {
        request.Headers.TryAddWithoutValidation("x-bold-topic", message.Topic);
        request.Headers.TryAddWithoutValidation("x-bold-webhook-id", message.Id);
        request.Headers.TryAddWithoutValidation(
            "x-bold-timestamp",
            time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        );
        request.Headers.TryAddWithoutValidation("x-bold-signature", Signatures.Hmac(message.Body, secret));
        Signatures.SignForPlugin(request, message.Destination, secret, time.GetUtcNow());
    }

    private async Task<string?> Post(
        string url,
        string reference,
        OutboxMessage message,
        Action<HttpRequestMessage, OutboxMessage, string> sign,
        CancellationToken cancellation
    )
    {
        if (http.WhyNot(url) is { } refusal)
            return refusal;
        if (await secrets.Resolve(reference, cancellation) is not { Length: > 0 } secret)
            return "The secret that signs the message is missing.";
        var body = Encoding.UTF8.GetBytes(message.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        sign(request, message, secret);

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return (await http.Send(request, either.Token)).Failure;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return $"No answer within {Limit.TotalSeconds} s.";
        }
    }
}
