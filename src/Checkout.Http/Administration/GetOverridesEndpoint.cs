using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetOverridesEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of<ImmutableArray<OverrideState>>([.. stored.Shop.Overrides.Select(OverrideState.Of)])
            : Problem.NotFound();
}
