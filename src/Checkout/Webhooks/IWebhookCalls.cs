using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>
/// Delivers one message to a subscriber's URL, signed (docs/contract/webhooks.md#request). Never throws for the other
/// side's faults.
/// </summary>
public interface IWebhookCalls
{
    /// <param name="publicOrderId">The order that the message is about; empty for a test message.</param>
    Task<WebhookAnswer> Post(
        string shop,
        string publicOrderId,
        WebhookSubscription subscription,
        OutboxMessage message,
        CancellationToken cancellation
    );

    /// <summary>The same for the remote state authority (docs/contract/platforms.md#remote-state-authority).</summary>
    Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation);
}
