using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Stores;

namespace Checkout.Http.Administration;

public sealed class GetProductEndpoint(ICatalog catalog) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await catalog.FindBySku(call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id), call.Cancellation) is { } product
            ? Reply.Of(ProductState.Of(product))
            : Problem.NotFound("There is no such product.");
}
