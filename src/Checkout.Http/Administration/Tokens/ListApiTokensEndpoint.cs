using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Tokens;

/// <summary>The API tokens of the shop, in the order in which they came: one storage transaction.</summary>
public sealed class ListApiTokensEndpoint(IShops shops, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? Reply.Of(ApiTokenState.Of(stored.Shop, time.GetUtcNow()))
            : Problem.NotFound("The shop was not found.");
}
