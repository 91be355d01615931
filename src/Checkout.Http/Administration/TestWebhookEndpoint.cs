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
public sealed class TestWebhookEndpoint(IShops shops, IWebhookCalls calls, IWebhookBodies bodies, IIdSource ids, TimeProvider time) : ISlice
{
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
        var answer = await calls.Post(shop.Identifier, "", webhook, message, call.Cancellation);
        return answer.Listed is { } sent
            ? Reply.Of(WebhookDeliveryState.Of(sent))
            : Problem.Upstream("webhook", "The message was sent, but what came of it could not be written down.");
    }
}
