using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class UpdateOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<OverrideRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Update(shop, id, body.Value), call.Cancellation);
        return Reply.Of(changed.InTheNamesOf("overrides"), shop => OverrideState.Of(shop.Overrides.First(o => o.PublicId == id)));
    }

    private static Result<Shop> Update(Shop shop, string id, OverrideRequest request) =>
        shop.Overrides.FirstOrDefault(o => o.PublicId == id) is not { } before
            ? Problem.NotFound("There is no such override.")
            : shop with
            {
                Overrides = shop.Overrides.Replace(
                    before,
                    before with
                    {
                        Type = request.OverrideType ?? before.Type,
                        Url = request.Url ?? before.Url,
                        SharedSecret = request.SharedSecret ?? before.SharedSecret,
                    }
                ),
            };
}
