using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Products;

/// <summary>Takes a product off sale (docs/contract/administration.md#products); orders keep their copy of it.</summary>
public sealed class DeleteProductEndpoint(IProducts products) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var sku = call.Route(AdministrationRoutes.Id);
        return await products.Delete(call.Route(RouteNames.Shop), sku, call.Cancellation)
            ? Reply.Of(new DeletedProductData(sku))
            : Problem.NotFound("There is no such product.");
    }
}

public sealed record DeletedProductData(string Sku);
