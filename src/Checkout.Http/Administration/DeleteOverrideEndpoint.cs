using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class DeleteOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Overrides.FirstOrDefault(o => o.PublicId == id) is { } found
                    ? shop with
                    {
                        Overrides = shop.Overrides.Remove(found),
                    }
                    : Problem.NotFound("There is no such override."),
            call.Cancellation
        );
        return Reply.Of<Shop, ImmutableArray<OverrideState>>(changed, shop => [.. shop.Overrides.Select(OverrideState.Of)]);
    }
}
