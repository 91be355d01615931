using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The clients of the BigCommerce facade (docs/contract/README.md#storefront-clients). Its paths name no shop, so the client id does: an
/// index over all shops says whose it is. It is as fresh as the shops themselves and costs a request nothing.
/// </summary>
public sealed class StorefrontClients(IShops shops, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private volatile Index? current;

    /// <summary>
    /// The shop that registered the client with this token; null when none did. Timing does not tell how close a guess
    /// came.
    /// </summary>
    public async ValueTask<Shop?> Find(string client, string token, CancellationToken cancellation)
    {
        var hash = ApiTokens.HashOf(token);
        foreach (var identifier in (await Read(cancellation)).ShopsOf.GetValueOrDefault(client, []))
            if (await shops.Find(identifier, cancellation) is { } shop && Knows(shop, client, hash))
                return shop;
        return null;
    }

    private async ValueTask<Index> Read(CancellationToken cancellation)
    {
        if (current is { } known && time.GetUtcNow() - known.ReadAt < Freshness)
            return known;
        var registered = new List<(string Client, string Shop)>();
        foreach (var identifier in await shops.Identifiers(cancellation))
            if (await shops.Find(identifier, cancellation) is { } shop)
                registered.AddRange(shop.StorefrontClients.Select(c => (c.Client, identifier)));

        // Requests that find the index old at the same time all read it, which is harmless.
        return current = new Index(
            registered
                .GroupBy(r => r.Client, r => r.Shop, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal),
            time.GetUtcNow()
        );
    }

    private static bool Knows(Shop shop, string client, byte[] hash)
    {
        var knows = false;
        foreach (var known in shop.StorefrontClients)
            knows |= known.Client == client & CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known.TokenSha256));
        return knows;
    }

    private sealed record Index(FrozenDictionary<string, string[]> ShopsOf, DateTimeOffset ReadAt);
}
