using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetLifeElementsEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of(LifeElementsData.Of(stored.Shop))
            : Problem.NotFound();
}
