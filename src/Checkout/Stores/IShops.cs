using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>
/// The shops of this deployment. Answers may come from a cache of at most half a minute, so a request costs no transaction for them.
/// </summary>
public interface IShops
{
    /// <summary>The shop as it is used: it refers to secrets of its own only (<see cref="ShopSecrets.WithOwnSecretsOnly"/>).</summary>
    Task<Shop?> Find(string identifier, CancellationToken cancellation);

    /// <summary>The document with its ETag, past the cache.</summary>
    Task<StoredShop?> Load(string identifier, CancellationToken cancellation);

    /// <summary>
    /// False when the document changed since <paramref name="etag"/> was read; a null ETag adds the shop or replaces it.
    /// Refused when one of its API tokens is another shop's: a token must say whose it is.
    /// </summary>
    Task<Result<bool>> Save(Shop shop, string? etag, CancellationToken cancellation);

    Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation);
}
