using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>Adds or replaces up to 100 products: all are checked before the first is written, and the call may be repeated.</summary>
public sealed class PutProductsEndpoint(ICatalog catalog) : ISlice
{
    private const int Most = 100;

    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<PutProductsRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var products = body.Value.Products ?? [];
        var fields = new Fields().Check(products.Length is > 0 and <= Most, "products", $"Send from 1 to {Most} products.");
        for (var i = 0; i < products.Length; i++)
            (products[i] ?? new ProductState()).Check(fields, $"products[{i}]");
        if (!fields.AreFine)
            return fields.Problems;
        foreach (var product in products)
            await catalog.Save(call.Route(RouteNames.Shop), product.ToProduct(), call.Cancellation);
        return Reply.Of(new PutProductsData(products.Length));
    }
}
