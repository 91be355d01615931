using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>
/// A product with its stock: one storage transaction where the stock is counted, and one when the product was not read lately.
/// </summary>
public sealed class GetProductEndpoint(ICatalog catalog, IStockLedger stock) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var shop = call.Route(RouteNames.Shop);
        return await catalog.FindBySku(shop, call.Route(AdministrationRoutes.Id), call.Cancellation) is { } product
            ? Reply.Of(await ListedProduct.Of(shop, product, stock, call.Cancellation))
            : Problem.NotFound("There is no such product.");
    }
}
