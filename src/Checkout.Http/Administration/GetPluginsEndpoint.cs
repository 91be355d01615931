using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class GetPluginsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data<ImmutableArray<PluginState>>([.. stored.Shop.Plugins.OrderBy(p => p.Position).Select(PluginState.Of)])
        : Answers.Refused(Problem.NotFound());
}
