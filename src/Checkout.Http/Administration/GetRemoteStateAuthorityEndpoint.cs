using Checkout.Http.Frame;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>The remote state authority of a shop, without its secrets.</summary>
public sealed class GetRemoteStateAuthorityEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        if (await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is not { } stored)
            return Problem.NotFound();
        Result<Shop> found = stored.Shop.RemoteStateAuthority is null ? UpdateRemoteStateAuthorityEndpoint.NotConfigured : stored.Shop;
        return UpdateRemoteStateAuthorityEndpoint.Answer(found, RemoteStateAuthorityState.Of);
    }
}
