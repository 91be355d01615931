using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Running;
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
            "webhook",
            webhook.Topic,
            webhook.Id,
            bodies.Write(order, SampleNotice.Of(order, webhook.Topic), now)
        )
        {
            Shared = bodies.WriteShared(order),
            CreatedAt = now,
        };
        await calls.Post(shop.Identifier, "", webhook, message, call.Cancellation);
        var newest = await deliveries.List(shop.Identifier, id, wasTaken: null, new PageRequest(100), call.Cancellation);
        return Reply.Of(WebhookDeliveryState.Of(newest.Items.First(delivery => delivery.Message.Id == message.Id)));
    }
}
