namespace Checkout.Stores;

/// <summary>The meter over <see cref="StorageTransactions"/>.</summary>
public sealed class ScopedStorageMeter : IStorageMeter
{
    public IStorageTally Start(string? endpoint = null) => StorageTransactions.Count(endpoint);
}
