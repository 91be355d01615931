using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class CreateCorsOriginEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CorsOriginRequest>();
        if (!body.Succeeded)
            return body.Problems;
        if (string.IsNullOrWhiteSpace(body.Value.Domain) || body.Value.Origin is not { } origin)
            return Problem.Invalid("domain", "domain must be a domain or an origin.");
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
                    ? shop
                    : shop with
                    {
                        CorsOrigins = shop.CorsOrigins.Add(origin),
                    },
            call.Cancellation
        );
        return Reply.Of(changed, _ => CorsOriginState.Of(origin));
    }
}
