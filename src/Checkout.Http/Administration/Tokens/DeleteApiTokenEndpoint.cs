using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration.Tokens;

/// <summary>Revokes an API token; every instance refuses it within half a minute.</summary>
public sealed class DeleteApiTokenEndpoint(ShopEditor editor, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.ApiTokens.FirstOrDefault(token => token.Id == id) is { } token
                    ? shop with
                    {
                        ApiTokens = shop.ApiTokens.Remove(token),
                    }
                    : Problem.NotFound("There is no such API token."),
            call.Cancellation
        );
        return Reply.Of(changed, shop => ApiTokenState.Of(shop, time.GetUtcNow()));
    }
}
