using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetWebhooksEndpoint(IShops shops, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of<ImmutableArray<WebhookState>>([.. stored.Shop.Webhooks.Select(w => WebhookState.Of(w, time.GetUtcNow()))])
            : Problem.NotFound();
}
