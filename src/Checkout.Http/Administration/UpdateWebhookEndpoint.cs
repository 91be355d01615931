using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Changes a webhook in place: what waits for it goes to the new URL, signed with the new secret.</summary>
public sealed class UpdateWebhookEndpoint(ShopEditor editor, TimeProvider time) : ISlice
{
    /// <summary>A week.</summary>
    public const int LongestOverlapHours = 168;

    private const string Active = "active";

    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<UpdateWebhookRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var request = body.Value;
        var topic = request.WebhookTopicId is null ? null : WebhookTopicState.Find(request.WebhookTopicId);
        var fields = new Fields()
            .Text("callback_url", request.CallbackUrl, 2048)
            .Check(request.CallbackUrl is not "", "callback_url", "callback_url is empty.", "required")
            .Check(request.WebhookTopicId is null || topic is not null, "webhook_topic_id", "There is no such topic.")
            .Check(
                request.SharedSecret is null || WebhookSecrets.AreFine(request.SharedSecret),
                "shared_secret",
                WebhookSecrets.Rule,
                "not_allowed"
            )
            .Range("overlap_hours", request.OverlapHours, 0, LongestOverlapHours)
            .Check(
                request.OverlapHours is null || request.SharedSecret is not null,
                "overlap_hours",
                "overlap_hours comes with shared_secret."
            )
            .OneOf("status", request.Status, Active);
        if (!fields.AreFine)
            return fields.Problems;
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Update(shop, id, request, topic), call.Cancellation);
        return Reply.Of(changed.InTheNamesOf("webhooks"), shop => WebhookState.Of(shop.Webhooks.First(w => w.Id == id), time.GetUtcNow()));
    }

    private Result<Shop> Update(Shop shop, string id, UpdateWebhookRequest request, WebhookTopic? topic)
    {
        if (shop.Webhooks.FirstOrDefault(w => w.Id == id) is not { } before)
            return Problem.NotFound("There is no such webhook.");
        var now = time.GetUtcNow();
        var overlap = request.OverlapHours is { } hours ? TimeSpan.FromHours(hours) : WebhookSubscription.Overlap;
        var after = before.Rotate(request.SharedSecret ?? before.SharedSecret, overlap, now) with
        {
            CallbackUrl = request.CallbackUrl ?? before.CallbackUrl,
            Topic = topic?.Name ?? before.Topic,
            UpdatedAt = now,
        };
        return shop with { Webhooks = shop.Webhooks.Replace(before, request.Status is Active ? after.Start() : after) };
    }
}
