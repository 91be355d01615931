using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>
/// Writes down every try to deliver to a webhook, so that a merchant can look at it and send it again
/// (docs/contract/administration.md#deliveries).
/// </summary>
public sealed class RecordedWebhookCalls(IWebhookCalls calls, IWebhookDeliveries deliveries, TimeProvider time) : IWebhookCalls
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
        await deliveries.Add(shop, delivery, cancellation);
        return answer;
    }

    public Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        calls.Post(authority, message, cancellation);
}
