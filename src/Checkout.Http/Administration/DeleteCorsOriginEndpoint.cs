using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Takes an origin off the list, by its id in the path.</summary>
public sealed class DeleteCorsOriginEndpoint(ShopEditor editor) : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Delete(editor, call, origin => CorsOriginState.Of(origin).Id.ToString() == call.Route(AdministrationRoutes.Id));

    internal static async Task<Reply> Delete(ShopEditor editor, Call call, Func<string, bool> which)
    {
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.CorsOrigins.Any(which)
                    ? shop with
                    {
                        CorsOrigins = shop.CorsOrigins.RemoveAll(o => which(o)),
                    }
                    : Problem.NotFound("There is no such origin."),
            call.Cancellation
        );
        return Reply.Of<Shop, ImmutableArray<CorsOriginState>>(changed, shop => [.. shop.CorsOrigins.Select(CorsOriginState.Of)]);
    }
}
