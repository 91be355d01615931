using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.AzureStorage.Shops;

/// <summary>
/// Shops in table <c>shops</c>, in one partition since they are few and are read together. Each API token has a row beside
/// them that names its shop: a shop and its tokens are written as a group, so no token is ever two shops'.
/// </summary>
public sealed class TableShops(CheckoutTables tables, TimeProvider time) : IShops
{
    public static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(30);
    private const string Partition = "shops";

    // Sorts behind every shop: identifiers are letters and digits.
    private const string Tokens = "~token-";
    private const string Owner = "identifier";

    /// <summary>Tokens of other shops that come and go while ours is saved.</summary>
    private const int Attempts = 5;

    private readonly TimedCache<Shop> cache = new(time, capacity: 1000);

    public async Task<Shop?> Find(string identifier, CancellationToken cancellation)
    {
        if (
            cache.TryGet(
                identifier,
                out var cached,
                renew: async () => (await Load(identifier, CancellationToken.None))?.Shop.WithOwnSecretsOnly()
            )
        )
            return cached;
        var used = (await Load(identifier, cancellation))?.Shop.WithOwnSecretsOnly();
        if (used is not null)
            cache.Put(identifier, used, CacheTime);
        return used;
    }

    public async Task<StoredShop?> Load(string identifier, CancellationToken cancellation)
    {
        var row = await tables.Shops.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            TableKey.Of(identifier),
            cancellationToken: cancellation
        );
        return row.HasValue ? new StoredShop(ShopDocument.Read(ChunkedDocument.Get(row.Value!)), row.Value!.ETag.ToString()) : null;
    }

    public async Task<Result<bool>> Save(Shop shop, string? etag, CancellationToken cancellation)
    {
        var document = ShopDocument.Write(shop);
        var row = new TableEntity(Partition, TableKey.Of(shop.Identifier)) { [Owner] = shop.Identifier, ["name"] = shop.Name };
        ChunkedDocument.Put(row, document);
        for (var attempt = 1; ; attempt++)
        {
            var owners = await TokenOwners(cancellation);
            if (
                shop.ApiTokens.FirstOrDefault(token => owners.GetValueOrDefault(token.Sha256, shop.Identifier) != shop.Identifier) is
                { } taken
            )
                return Problem.Invalid(
                    "api_tokens.sha256",
                    $"api_tokens.sha256 of token {taken.Name} is a token of another shop already.",
                    "token_taken"
                );
            try
            {
                await tables.Shops.SubmitTransactionAsync([WriteOf(row, etag), .. TokenRows(shop, owners)], cancellation);
                break;
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
            {
                // Sent again after a lost answer, the conflict may be with ourselves: then our document is the stored one.
                if (
                    await Load(shop.Identifier, cancellation) is { } stored
                    && ShopDocument.Write(stored.Shop).Span.SequenceEqual(document.Span)
                )
                    break;
                // Otherwise a token's row came or went since the rows were read: whose are they now?
                if (fault.Status == 412 || attempt == Attempts)
                    return false;
            }
        }

        cache.Put(shop.Identifier, shop.WithOwnSecretsOnly(), CacheTime);
        return true;
    }

    public async Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation)
    {
        var identifiers = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {Tokens}");
        await foreach (var row in tables.Shops.QueryAsync<TableEntity>(filter, select: [Owner], cancellationToken: cancellation))
            identifiers.Add(row.GetString(Owner));
        return identifiers;
    }

    private static TableTransactionAction WriteOf(TableEntity row, string? etag) =>
        etag is null
            ? new(TableTransactionActionType.UpsertReplace, row)
            : new(TableTransactionActionType.UpdateReplace, row, new ETag(etag));

    /// <summary>The rows of tokens that the shop has not had before, and of those it has no more.</summary>
    private static IEnumerable<TableTransactionAction> TokenRows(Shop shop, Dictionary<string, string> owners)
    {
        var hashes = shop.ApiTokens.Select(token => token.Sha256).ToHashSet(StringComparer.Ordinal);
        var gone = owners.Where(owner => owner.Value == shop.Identifier && !hashes.Contains(owner.Key)).Select(owner => owner.Key);
        return
        [
            .. hashes
                .Where(hash => !owners.ContainsKey(hash))
                .Select(hash => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity(Partition, Tokens + hash) { [Owner] = shop.Identifier }
                )),
            .. gone.Select(hash => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(Partition, Tokens + hash),
                ETag.All
            )),
        ];
    }

    /// <summary>The shop of each API token, by the token's hash.</summary>
    private async Task<Dictionary<string, string>> TokenOwners(CancellationToken cancellation)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Tokens}");
        await foreach (var row in tables.Shops.QueryAsync<TableEntity>(filter, select: ["RowKey", Owner], cancellationToken: cancellation))
            owners[row.RowKey[Tokens.Length..]] = row.GetString(Owner);
        return owners;
    }
}
