using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration;

/// <summary>
/// Sends a webhook a message of its topic about an order that does not exist, signed as every other, and waits for the answer. It is
/// sent once, also to a webhook that is stopped.
/// </summary>
public sealed class TestWebhookEndpoint(
    IShops shops,
    IWebhookCalls calls,
    IWebhookBodies bodies,
    IWebhookDeliveries deliveries,
    IIdSource ids,
    TimeProvider time
) : ISlice
{
    private const int AtOnce = 5;
    private const int MostSeen = 100;

    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        if (
            (await shops.Load(call.Route(RouteNames.Shop), call.Cancellation))?.Shop.WithOwnSecretsOnly() is not { } shop
            || shop.Webhooks.FirstOrDefault(w => w.Id == id) is not { } webhook
        )
            return Problem.NotFound("There is no such webhook.");
        var now = time.GetUtcNow();
        var order = SampleNotice.Order(shop, now);
        var message = new OutboxMessage(
            $"test-{ids.Ulid()}",
            WebhookCarrier.Webhook,
            webhook.Topic,
            webhook.Id,
            bodies.Write(order, SampleNotice.Of(order, webhook.Topic), now)
        )
        {
            Shared = bodies.WriteShared(order),
            CreatedAt = now,
        };
        await calls.Post(shop.Identifier, "", webhook, message, call.Cancellation);
        return await Sent(shop.Identifier, id, message.Id, call.Cancellation) is { } sent
            ? Reply.Of(WebhookDeliveryState.Of(sent))
            : Problem.Upstream("webhook", "The message was sent, but so were many others: look for it among the deliveries.");
    }

    /// <summary>Among the newest, a few at a time; null when more came since than are looked through.</summary>
    private async Task<WebhookDelivery?> Sent(string shop, string webhook, string message, CancellationToken cancellation)
    {
        var asked = new PageRequest(AtOnce);
        for (var seen = 0; seen < MostSeen; seen += AtOnce)
        {
            var page = await deliveries.List(shop, webhook, wasTaken: null, asked, cancellation);
            if (page.Items.FirstOrDefault(delivery => delivery.Message.Id == message) is { } sent)
                return sent;
            if (page.Next is null)
                return null;
            asked = asked with { After = page.Next };
        }

        return null;
    }
}
