using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Checkout.Shops;
using Checkout.Webhooks;

namespace Checkout.Http.Outgoing;

/// <summary>Posts webhooks with the signature of the raw body (reference/wire-contract.md, H6).</summary>
public sealed class WebhookCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IWebhookCalls
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task<string?> Post(WebhookSubscription subscription, OutboxMessage message, CancellationToken cancellation)
    {
        if (http.WhyNot(subscription.CallbackUrl) is { } refusal)
            return refusal;
        if (await secrets.Resolve(subscription.SharedSecret, cancellation) is not { Length: > 0 } secret)
            return "The secret that signs the webhook is missing.";
        var body = Encoding.UTF8.GetBytes(message.Payload);
        using var request = new HttpRequestMessage(HttpMethod.Post, subscription.CallbackUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("x-bold-topic", message.Topic);
        request.Headers.TryAddWithoutValidation("x-bold-webhook-id", message.Id);
        request.Headers.TryAddWithoutValidation("x-bold-timestamp", time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("x-bold-signature", Signatures.Hmac(body, secret));

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
