using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>
/// What was tried to deliver to a webhook (docs/contract/administration.md#deliveries): at most three storage transactions, the
/// shop among them.
/// </summary>
public sealed class GetWebhookDeliveriesEndpoint(IShops shops, IWebhookDeliveries deliveries) : ISlice
{
    public const string Status = "status";

    public async Task<Reply> Handle(Call call)
    {
        var (shop, id) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        var status = call.Parameter(Status) is { Length: > 0 } asked ? asked : null;
        var fields = new Fields().OneOf(Status, status, WebhookDeliveryState.Taken, WebhookDeliveryState.Failed);
        var page = call.Page();
        if (!fields.AreFine || !page.Succeeded)
            return fields.AreFine ? page.Problems : fields.Problems;
        if ((await shops.Load(shop, call.Cancellation))?.Shop.Webhooks.Any(w => w.Id == id) is not true)
            return Problem.NotFound("There is no such webhook.");
        bool? wasTaken = status is null ? null : status == WebhookDeliveryState.Taken;
        var found = await deliveries.List(shop, id, wasTaken, page.Value, call.Cancellation);
        return Reply.Of(new WebhookDeliveriesData([.. found.Items.Select(WebhookDeliveryState.Of)], Paging.CursorOf(found.Next)));
    }
}
