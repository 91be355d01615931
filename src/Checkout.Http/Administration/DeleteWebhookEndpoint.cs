using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>Ends a subscription; what still waits for it becomes a dead letter (docs/contract/webhooks.md#delivery).</summary>
public sealed class DeleteWebhookEndpoint(ShopEditor editor, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Webhooks.FirstOrDefault(w => w.Id == id) is { } webhook
                    ? shop with
                    {
                        Webhooks = shop.Webhooks.Remove(webhook),
                    }
                    : Problem.NotFound("There is no such webhook."),
            call.Cancellation
        );
        return Reply.Of<Shop, ImmutableArray<WebhookState>>(
            changed,
            shop => [.. shop.Webhooks.Select(w => WebhookState.Of(w, time.GetUtcNow()))]
        );
    }
}

/// <param name="WebhookId">What x-bold-webhook-id said.</param>
public sealed record DeadLetterState(
    string Id,
    string WebhookId,
    string PublicOrderId,
    string Topic,
    string Destination,
    int Attempts,
    string Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset At
)
{
    public static DeadLetterState Of(DeadLetter letter) =>
        new(
            letter.Id,
            letter.Message.Id,
            letter.PublicOrderId,
            letter.Message.Topic,
            letter.Message.Destination,
            letter.Message.Attempts,
            letter.Reason,
            letter.Message.CreatedAt,
            letter.At
        );
}
