using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Running;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class DeleteOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Overrides.FirstOrDefault(o => o.PublicId == id) is { } found
                ? shop with { Overrides = shop.Overrides.Remove(found) }
                : Problem.NotFound("There is no such override."),
            call.Cancellation);
        return Answers.Of<Shop, ImmutableArray<OverrideState>>(changed, shop => [.. shop.Overrides.Select(OverrideState.Of)]);
    }
}
