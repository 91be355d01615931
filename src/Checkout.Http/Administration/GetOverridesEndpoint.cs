using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class GetOverridesEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data<ImmutableArray<OverrideState>>([.. stored.Shop.Overrides.Select(OverrideState.Of)])
        : Answers.Refused(Problem.NotFound());
}
