using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Shops;

namespace Checkout.AzureStorage.Shops;

/// <summary>Shops in table <c>shops</c>, in one partition since they are few and are read together.</summary>
public sealed class TableShops(CheckoutTables tables, TimeProvider time) : IShops
{
    public static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(30);
    private const string Partition = "shops";

    private readonly TimedCache<Shop> cache = new(time, capacity: 1000);

    public async Task<Shop?> Find(string identifier, CancellationToken cancellation)
    {
        if (cache.TryGet(identifier, out var cached))
            return cached;
        var stored = await Load(identifier, cancellation);
        if (stored is not null)
            cache.Put(identifier, stored.Shop, CacheTime);
        return stored?.Shop;
    }

    public async Task<StoredShop?> Load(string identifier, CancellationToken cancellation)
    {
        var row = await tables.Shops.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(identifier), cancellationToken: cancellation);
        return row.HasValue ? new StoredShop(ShopDocument.Read(ChunkedDocument.Get(row.Value!)), row.Value!.ETag.ToString()) : null;
    }

    public async Task<bool> Save(Shop shop, string? etag, CancellationToken cancellation)
    {
        var document = ShopDocument.Write(shop);
        var row = new TableEntity(Partition, TableKey.Of(shop.Identifier)) { ["identifier"] = shop.Identifier, ["name"] = shop.Name };
        ChunkedDocument.Put(row, document);
        using var requests = StorageTransactions.Count();
        try
        {
            if (etag is null)
                await tables.Shops.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
            else
                await tables.Shops.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            // Sent again after a lost answer, the conflict may be with ourselves: then our document stands.
            var own = requests.Transactions > 1
                && await Load(shop.Identifier, cancellation) is { } stored
                && ShopDocument.Write(stored.Shop).Span.SequenceEqual(document.Span);
            if (!own)
                return false;
        }

        cache.Put(shop.Identifier, shop, CacheTime);
        return true;
    }

    public async Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation)
    {
        var identifiers = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in tables.Shops.QueryAsync<TableEntity>(filter, select: ["identifier"], cancellationToken: cancellation))
            identifiers.Add(row.GetString("identifier"));
        return identifiers;
    }
}
