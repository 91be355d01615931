using Checkout.Catalog;

namespace Checkout.Stores;

/// <summary>The shop's products for its back office.</summary>
public interface IProducts
{
    /// <summary>By sku; one storage transaction.</summary>
    Task<PageOf<Product>> List(string shop, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// Those whose sku begins with the text, and then those of whose title a word begins with it. At most two storage
    /// transactions.
    /// </summary>
    Task<PageOf<Product>> Search(string shop, string text, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// Takes a product off sale. Its counter and moves stay: an order that has a copy of it takes from them what is there, and
    /// a product of the same sku goes on with them. False when there is no such product.
    /// </summary>
    Task<bool> Delete(string shop, string sku, CancellationToken cancellation);
}
