using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class GetLifeElementsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data(LifeElementsData.Of(stored.Shop))
        : Answers.Refused(Problem.NotFound());
}
