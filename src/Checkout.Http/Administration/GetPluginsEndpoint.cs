using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetPluginsEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of<ImmutableArray<PluginState>>([.. stored.Shop.Plugins.OrderBy(p => p.Position).Select(PluginState.Of)])
            : Problem.NotFound();
}
