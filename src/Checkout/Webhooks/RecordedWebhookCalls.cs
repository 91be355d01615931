using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Webhooks;

/// <summary>
/// Writes down every try to deliver to a webhook, so that a merchant can look at it and send it again
/// (docs/contract/administration.md#deliveries).
/// </summary>
public sealed partial class RecordedWebhookCalls(
    IWebhookCalls calls,
    IWebhookDeliveries deliveries,
    TimeProvider time,
    ILogger<RecordedWebhookCalls> log
) : IWebhookCalls
{
    public async Task<WebhookAnswer> Post(
        string shop,
        string publicOrderId,
        WebhookSubscription subscription,
        OutboxMessage message,
        CancellationToken cancellation
    )
    {
        var (at, begun) = (time.GetUtcNow(), time.GetTimestamp());
        var answer = await calls.Post(shop, publicOrderId, subscription, message, cancellation);
        var delivery = new WebhookDelivery(message with { Attempts = message.Attempts + 1 }, publicOrderId, subscription.CallbackUrl, at)
        {
            HttpStatus = answer.Status,
            LatencyMilliseconds = (long)time.GetElapsedTime(begun).TotalMilliseconds,
            Failure = answer.Failure,
            Excerpt = answer.Excerpt,
        };
        try
        {
            await deliveries.Add(shop, delivery, cancellation);
            return answer with { Listed = delivery };
        }
#pragma warning disable CA1031 // What the receiver answered counts, whether it could be written down or not.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotWritten(log, fault, subscription.Id, shop);
        }

        return answer;
    }

    public Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        calls.Post(authority, message, cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery to webhook {Webhook} of shop {Shop} is not in the list of deliveries")]
    private static partial void NotWritten(ILogger log, Exception fault, string webhook, string shop);
}
