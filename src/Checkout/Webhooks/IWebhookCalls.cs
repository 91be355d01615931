using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>Delivers one message to a subscriber's URL, signed (reference/wire-contract.md, H6). Never throws for the other side's faults.</summary>
public interface IWebhookCalls
{
    /// <summary>Null when it was taken; otherwise why not, in words fit for a dead letter.</summary>
    Task<string?> Post(WebhookSubscription subscription, OutboxMessage message, CancellationToken cancellation);

    /// <summary>The same for the remote state authority (D9).</summary>
    Task<string?> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation);
}
