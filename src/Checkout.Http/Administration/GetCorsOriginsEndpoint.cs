using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetCorsOriginsEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of<ImmutableArray<CorsOriginState>>([.. stored.Shop.CorsOrigins.Select(CorsOriginState.Of)])
            : Problem.NotFound();
}
