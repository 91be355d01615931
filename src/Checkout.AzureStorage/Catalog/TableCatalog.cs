using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Catalog;
using Checkout.Stores;

namespace Checkout.AzureStorage.Catalog;

/// <summary>
/// Products in table <c>catalog</c>: a partition for each sku (rows <c>item</c>, <c>stock</c>, <c>stock-back-…</c>,
/// <c>move-…</c>, <c>log-…</c>), a copy of the item under its platform id, and for people a partition of the shop's own with
/// copies under the sku and under each word of the title.
/// </summary>
public sealed class TableCatalog(CheckoutTables tables, TimeProvider time) : ICatalog, IProducts
{
    public static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(60);

    /// <summary>That a product is missing is remembered shortly: it spares storage from a client that keeps asking.</summary>
    public static readonly TimeSpan MissingCacheTime = TimeSpan.FromSeconds(3);
    private const string ItemRow = "item";
    private const string SkuPrefix = "sku-";

    private readonly TimedCache<Product?> cache = new(time, capacity: 20_000);

    public Task<Product?> FindBySku(string shop, string sku, CancellationToken cancellation) => Find(SkuPartition(shop, sku), cancellation);

    public Task<Product?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        Find(PlatformPartition(shop, platformId), cancellation);

    public async Task Save(string shop, Product product, CancellationToken cancellation)
    {
        var partition = SkuPartition(shop, product.Sku);
        var before = await Read(partition, cancellation);

        // What is not so any more goes first: until the item is written a repeated call still knows what was before.
        if (before is not null)
            await ForgetFormer(shop, before, product, cancellation);

        // Then item and counter: whoever finds the product elsewhere must not sell units that nobody counts yet.
        await SaveItem(partition, product, cancellation);
        cache.Put(partition, product, CacheTime);
        await SaveListed(shop, product, cancellation);
        if (product.PlatformId is { Length: > 0 } platformId)
        {
            var copy = PlatformPartition(shop, platformId);
            await tables.Catalog.UpsertEntityAsync(Item(copy, product), TableUpdateMode.Replace, cancellation);
            cache.Put(copy, product, CacheTime);
        }
    }

    public async Task<bool> Delete(string shop, string sku, CancellationToken cancellation)
    {
        var partition = SkuPartition(shop, sku);
        if (await Read(partition, cancellation) is not { } product)
            return false;

        // The item last: until it is gone the call can be repeated.
        var listed = ListPartition(shop);
        foreach (var row in ListedRows(product).Append(TableStock.LowRow(sku)))
            await tables.Catalog.DeleteEntityAsync(listed, row, ETag.All, cancellation);
        if (product.PlatformId is { Length: > 0 } platformId)
        {
            var copy = PlatformPartition(shop, platformId);
            await tables.Catalog.DeleteEntityAsync(copy, ItemRow, ETag.All, cancellation);
            cache.Remove(copy);
        }

        await tables.Catalog.DeleteEntityAsync(partition, ItemRow, ETag.All, cancellation);
        cache.Remove(partition);
        return true;
    }

    public async Task<PageOf<Product>> List(string shop, PageRequest page, CancellationToken cancellation)
    {
        var range = await RowRange.Of(tables.Catalog, ListPartition(shop), SkuPrefix, page.After, page.Limit, cancellation);
        return new PageOf<Product>([.. range.Rows.Select(Listed)], range.IsLast ? null : range.Rows[^1].RowKey);
    }

    public async Task<PageOf<Product>> Search(string shop, string text, PageRequest page, CancellationToken cancellation)
    {
        var search = new ProductSearch(text);
        var found = new List<Product>();
        if (page.After is null || page.After.StartsWith(SkuPrefix, StringComparison.Ordinal))
        {
            var bySku = SkuPrefix + TableKey.Of(search.Text);
            var range = await RowRange.Of(tables.Catalog, ListPartition(shop), bySku, page.After, page.Limit, cancellation);
            found.AddRange(range.Rows.Select(Listed));
            if (!range.IsLast)
                return new PageOf<Product>([.. found], range.Rows[^1].RowKey);
            if (found.Count == page.Limit)
                return new PageOf<Product>([.. found], ProductSearch.WordPrefix);
        }

        if (search.FirstWord.Length == 0)
            return new PageOf<Product>([.. found], Next: null);
        var byWord = ProductSearch.WordPrefix + TableKey.Of(search.FirstWord);
        var titles = await RowRange.Of(tables.Catalog, ListPartition(shop), byWord, page.After, page.Limit - found.Count, cancellation);
        found.AddRange(from row in titles.Rows let product = Listed(row) where search.FindsByTitle(product, row.RowKey) select product);
        return new PageOf<Product>([.. found], titles.IsLast ? null : titles.Rows[^1].RowKey);
    }

    /// <summary>No sku's partition is called that.</summary>
    internal static string ListPartition(string shop) => $"{TableKey.Of(shop)}|list:";

    internal static string SkuPartition(string shop, string sku) => TableKey.Of(shop, sku);

    private static string PlatformPartition(string shop, string platformId) => $"{TableKey.Of(shop)}|pid:{TableKey.Of(platformId)}";

    private static TableEntity Item(string partition, Product product)
    {
        var row = new TableEntity(partition, ItemRow) { ["sku"] = product.Sku, ["title"] = product.Title };
        ChunkedDocument.Put(row, ProductDocument.Write(product));
        return row;
    }

    // The counter is only ever added here: what moves have made of it stays.
    private async Task SaveItem(string partition, Product product, CancellationToken cancellation)
    {
        var item = Item(partition, product);
        if (product.TrackInventory)
        {
            try
            {
                await tables.Catalog.SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.Add, TableStock.Counter(partition, product.InitialStock)),
                        new(TableTransactionActionType.UpsertReplace, item),
                    ],
                    cancellation
                );
                return;
            }
            catch (RequestFailedException fault) when (fault.Status == 409)
            {
                // There is a counter already: only the item is written.
            }
        }

        await tables.Catalog.UpsertEntityAsync(item, TableUpdateMode.Replace, cancellation);
    }

    private async Task ForgetFormer(string shop, Product before, Product product, CancellationToken cancellation)
    {
        foreach (var row in ListedRows(before).Except(ListedRows(product), StringComparer.Ordinal))
            await tables.Catalog.DeleteEntityAsync(ListPartition(shop), row, ETag.All, cancellation);
        if (before.PlatformId is not { Length: > 0 } former || former == product.PlatformId)
            return;
        var copy = PlatformPartition(shop, former);
        await tables.Catalog.DeleteEntityAsync(copy, ItemRow, ETag.All, cancellation);
        cache.Remove(copy);
    }

    private async Task SaveListed(string shop, Product product, CancellationToken cancellation)
    {
        var listed = ListPartition(shop);
        var document = ProductDocument.Write(product);
        await tables.Catalog.SubmitTransactionAsync(
            ListedRows(product)
                .Distinct(StringComparer.Ordinal)
                .Select(key =>
                {
                    var row = new TableEntity(listed, key);
                    ChunkedDocument.Put(row, document);
                    return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
                }),
            cancellation
        );
    }

    private static IEnumerable<string> ListedRows(Product product) =>
        ProductSearch.WordRows(product).Prepend($"{SkuPrefix}{TableKey.Of(product.Sku.ToLowerInvariant())}|{TableKey.Of(product.Sku)}");

    private static Product Listed(TableEntity row) => ProductDocument.Read(ChunkedDocument.Get(row));

    private async Task<Product?> Find(string partition, CancellationToken cancellation)
    {
        if (cache.TryGet(partition, out var cached, renew: () => Read(partition, CancellationToken.None)))
            return cached;
        var product = await Read(partition, cancellation);
        cache.Put(partition, product, product is null ? MissingCacheTime : CacheTime);
        return product;
    }

    private async Task<Product?> Read(string partition, CancellationToken cancellation)
    {
        var row = await tables.Catalog.GetEntityIfExistsAsync<TableEntity>(partition, ItemRow, cancellationToken: cancellation);
        return row.HasValue ? ProductDocument.Read(ChunkedDocument.Get(row.Value!)) : null;
    }
}
