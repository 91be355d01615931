using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class DeletePluginEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var uuid = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Plugins.FirstOrDefault(p => p.Uuid == uuid) is { } plugin
                    ? shop with
                    {
                        Plugins = shop.Plugins.Remove(plugin),
                    }
                    : Problem.NotFound("There is no such plugin."),
            call.Cancellation
        );
        return Reply.Of<Shop, ImmutableArray<PluginState>>(changed, shop => [.. shop.Plugins.Select(PluginState.Of)]);
    }
}
