using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Administration;
using Checkout.Http.Administration.Products;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>Products and their stock, for the back office.</summary>
public static class ProductEndpoints
{
    private static readonly Access Read = Access.Backend(Scopes.ReadProducts);
    private static readonly Access Write = Access.Backend(Scopes.WriteProducts);

    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ListProductsEndpoint>(AdministrationRoutes.Products, Read)
            .Says("Lists the products with their stock; search finds the beginning of a sku or of a word in the title.")
            .Asks(ListProductsEndpoint.Search, "The beginning of a sku, or of words in the title.")
            .Asks(ListProductsEndpoint.LowStock, "true lists only the products that are low.")
            .Pages()
            .Gives<ProductsData>(),
        Endpoint
            .Delete<DeleteProductEndpoint>(AdministrationRoutes.Product, Write)
            .Says("Takes a product off sale; orders keep their copy of it.")
            .Gives<DeletedProductData>(),
        Endpoint
            .Patch<ChangeStockEndpoint>(AdministrationRoutes.ProductStock, Write)
            .Says("Sets or adjusts the stock of a product, on top of what is sold at the same time.")
            .Takes<ChangeStockRequest>()
            .Gives<ChangedStockData>(),
        Endpoint
            .Get<ListStockMovesEndpoint>(AdministrationRoutes.ProductStockMoves, Read)
            .Says("Lists what changed the stock of a product, newest first.")
            .Pages()
            .Gives<StockMovesData>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProductsData))]
[JsonSerializable(typeof(DeletedProductData))]
[JsonSerializable(typeof(ChangeStockRequest))]
[JsonSerializable(typeof(ChangedStockData))]
[JsonSerializable(typeof(StockMovesData))]
internal sealed partial class ProductJson : JsonSerializerContext;
