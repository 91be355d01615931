using Checkout.Http.Frame;
using Checkout.Stores;
using Checkout.Webhooks;

namespace Checkout.Http.Administration;

/// <summary>Sends a delivery again, to where its webhook points now.</summary>
public sealed class ResendDeliveryEndpoint(IShops shops, IWebhookDeliveries deliveries, ReplayMessages replay) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var (shop, id) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        if ((await shops.Load(shop, call.Cancellation))?.Shop.Webhooks.Any(w => w.Id == id) is not true)
            return Problem.NotFound("There is no such webhook.");
        if (await deliveries.Find(shop, id, call.Route(AdministrationRoutes.DeliveryId), call.Cancellation) is not { } delivery)
            return Problem.NotFound("There is no such delivery.");
        if (delivery.PublicOrderId.Length == 0)
            return Problem.Invalid(AdministrationRoutes.DeliveryId, "A test message is not sent again; send another.", "not_allowed");
        await replay.Resend(shop, delivery, call.Cancellation);
        return Reply.Of(WebhookDeliveryState.Of(delivery));
    }
}
