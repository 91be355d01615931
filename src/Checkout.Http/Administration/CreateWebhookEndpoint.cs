using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class CreateWebhookEndpoint(ShopEditor editor, IIdSource ids, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CreateWebhookRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var topic = WebhookTopicState.Find(body.Value.WebhookTopicId);
        var fields = new Fields()
            .Required("callback_url", body.Value.CallbackUrl, 2048)
            .Check(topic is not null, "webhook_topic_id", "There is no such topic.")
            .Check(
                body.Value.SharedSecret is null || WebhookSecrets.AreFine(body.Value.SharedSecret),
                "shared_secret",
                WebhookSecrets.Rule,
                "not_allowed"
            );
        if (!fields.AreFine)
            return fields.Problems;
        var (id, now) = (ids.Ulid(), time.GetUtcNow());
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                (body.Value.SharedSecret ?? shop.PlatformConnector.SharedSecret) is { Length: > 0 } secret
                    ? shop with
                    {
                        Webhooks = shop.Webhooks.Add(new WebhookSubscription(id, topic!.Name, body.Value.CallbackUrl!, secret, now, now)),
                    }
                    : Problem.Invalid("shared_secret", "Send shared_secret, here or to integration/config.", "required"),
            call.Cancellation
        );
        return Reply.Of(changed.InTheNamesOf("webhooks"), shop => WebhookState.Of(shop.Webhooks.First(w => w.Id == id), now));
    }
}
