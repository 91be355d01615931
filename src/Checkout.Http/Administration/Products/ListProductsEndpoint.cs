using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Products;

/// <summary>
/// The shop's products, all of them, those that are found by sku or title, or those that are low. One storage transaction,
/// two for a search, and one for each counted product of the page: stock is never remembered.
/// </summary>
public sealed class ListProductsEndpoint(IProducts products, ICatalog catalog, IStockLedger stock) : ISlice
{
    public const string Search = "search";
    public const string LowStock = "low_stock";

    /// <summary>Counters that are read side by side.</summary>
    private const int AtOnce = 16;

    public async Task<Reply> Handle(Call call)
    {
        var search = call.Parameter(Search);
        var low = call.Parameter(LowStock);
        var fields = new Fields()
            .Text(Search, search)
            .OneOf(LowStock, low, "true", "false")
            .Check(low != "true" || string.IsNullOrEmpty(search), LowStock, $"Send {LowStock} or {Search}, not both.", "not_allowed");
        if (!fields.AreFine)
            return fields.Problems;
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var shop = call.Route(RouteNames.Shop);
        var found =
            low == "true" ? await LowOnes(shop, page.Value, call.Cancellation)
            : string.IsNullOrWhiteSpace(search) ? await products.List(shop, page.Value, call.Cancellation)
            : await products.Search(shop, search, page.Value, call.Cancellation);
        var listed = ImmutableArray.CreateBuilder<ListedProduct>(found.Items.Length);
        foreach (var some in found.Items.Chunk(AtOnce))
            listed.AddRange(await Task.WhenAll(some.Select(product => ListedProduct.Of(shop, product, stock, call.Cancellation))));
        return Reply.Of(new ProductsData(listed.ToImmutable(), Paging.CursorOf(found.Next)));
    }

    private async Task<PageOf<Product>> LowOnes(string shop, PageRequest page, CancellationToken cancellation)
    {
        var low = await stock.Low(shop, page, cancellation);
        var found = ImmutableArray.CreateBuilder<Product>(low.Items.Length);
        foreach (var some in low.Items.Chunk(AtOnce))
            found.AddRange((await Task.WhenAll(some.Select(sku => catalog.FindBySku(shop, sku, cancellation)))).OfType<Product>());
        return new PageOf<Product>(found.ToImmutable(), low.Next);
    }
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ProductsData(ImmutableArray<ListedProduct> Products, string? Next);
