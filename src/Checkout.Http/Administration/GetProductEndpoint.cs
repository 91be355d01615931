using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class GetProductEndpoint(ICatalog catalog) : ISlice
{
    public async Task<IResult> Handle(Call call) => await catalog.FindBySku(call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id), call.Cancellation) is { } product
        ? Answers.Data(ProductState.Of(product))
        : Answers.Refused(Problem.NotFound("There is no such product."));
}
