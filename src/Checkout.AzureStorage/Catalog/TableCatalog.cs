using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Catalog;
using Checkout.Stores;

namespace Checkout.AzureStorage.Catalog;

/// <summary>
/// Products in table <c>catalog</c>: a partition for each sku (rows <c>item</c>, <c>stock</c>, <c>stock-back-…</c>,
/// <c>move-…</c>) and a copy of the item under its platform id.
/// </summary>
public sealed class TableCatalog(CheckoutTables tables, TimeProvider time) : ICatalog
{
    public static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(60);

    /// <summary>That a product is missing is remembered shortly: it spares storage from a client that keeps asking.</summary>
    public static readonly TimeSpan MissingCacheTime = TimeSpan.FromSeconds(3);
    private const string ItemRow = "item";

    private readonly TimedCache<Product?> cache = new(time, capacity: 20_000);

    public Task<Product?> FindBySku(string shop, string sku, CancellationToken cancellation) => Find(SkuPartition(shop, sku), cancellation);

    public Task<Product?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        Find(PlatformPartition(shop, platformId), cancellation);

    public async Task Save(string shop, Product product, CancellationToken cancellation)
    {
        var partition = SkuPartition(shop, product.Sku);
        var before = await Read(partition, cancellation);
        await SaveItem(partition, product, cancellation);
        cache.Put(partition, product, CacheTime);

        if (product.PlatformId is { Length: > 0 } platformId)
        {
            var copy = PlatformPartition(shop, platformId);
            await tables.Catalog.UpsertEntityAsync(Item(copy, product), TableUpdateMode.Replace, cancellation);
            cache.Put(copy, product, CacheTime);
        }

        if (before?.PlatformId is { Length: > 0 } former && former != product.PlatformId)
        {
            var copy = PlatformPartition(shop, former);
            await tables.Catalog.DeleteEntityAsync(copy, ItemRow, ETag.All, cancellation);
            cache.Remove(copy);
        }
    }

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
