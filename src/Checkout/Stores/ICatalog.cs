using Checkout.Catalog;

namespace Checkout.Stores;

/// <summary>The shop's products. Answers may come from a cache of at most a minute; stock never does.</summary>
public interface ICatalog
{
    Task<Product?> FindBySku(string shop, string sku, CancellationToken cancellation);

    Task<Product?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation);

    /// <summary>Adds or replaces a product; its stock counter is created when there is none and left alone otherwise.</summary>
    Task Save(string shop, Product product, CancellationToken cancellation);
}
