using Checkout.Http.Frame;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration;

/// <summary>Puts dead letters back into the outboxes of their orders; one webhook's may go to another of its topic.</summary>
public sealed class ReplayDeadLettersEndpoint(IShops shops, ReplayMessages replay) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<ReplayDeadLettersRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var (webhook, to) = (body.Value.WebhookId, body.Value.ToWebhookId);
        if ((await shops.Load(call.Route(RouteNames.Shop), call.Cancellation))?.Shop is not { } shop)
            return Problem.NotFound();
        var receiver = to is null ? null : shop.Webhooks.FirstOrDefault(w => w.Id == to);
        var fields = new Fields()
            .Check(to is null || webhook is not null, "webhook_id", "Say whose dead letters to_webhook_id gets.", "required")
            .Check(to is null || receiver is not null, "to_webhook_id", "There is no such webhook.", "not_found");
        if (!fields.AreFine)
            return fields.Problems;
        var replayed = await replay.Replay(shop.Identifier, webhook, receiver, call.Cancellation);
        return Reply.Of(new ReplayedLettersData(replayed.Replayed, replayed.More));
    }
}

/// <param name="WebhookId">Left out, all dead letters are sent again.</param>
/// <param name="ToWebhookId">The webhook that gets them instead, where that one was deleted.</param>
public sealed record ReplayDeadLettersRequest(string? WebhookId, string? ToWebhookId);

/// <param name="More">There are more: call again.</param>
public sealed record ReplayedLettersData(int Replayed, bool More);
