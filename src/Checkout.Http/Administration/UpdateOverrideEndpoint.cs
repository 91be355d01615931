using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Running;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class UpdateOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<OverrideRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Update(shop, id, body.Value), call.Cancellation);
        return Answers.Of(changed.InTheNamesOf("overrides"), shop => OverrideState.Of(shop.Overrides.First(o => o.PublicId == id)));
    }

    private static Result<Shop> Update(Shop shop, string id, OverrideRequest request) =>
        shop.Overrides.FirstOrDefault(o => o.PublicId == id) is not { } before
            ? Problem.NotFound("There is no such override.")
            : shop with
            {
                Overrides = shop.Overrides.Replace(before, before with
                {
                    Type = request.OverrideType ?? before.Type,
                    Url = request.Url ?? before.Url,
                    SharedSecret = request.SharedSecret ?? before.SharedSecret,
                }),
            };
}
