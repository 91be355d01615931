namespace Checkout.Stores;

/// <summary>
/// Secrets by name: configuration locally, Key Vault in Azure. How a shop refers to one: <see cref="Checkout.Shops.SecretReferences"/>.
/// </summary>
public interface ISecrets
{
    /// <summary>The current value; null when there is none of that name.</summary>
    Task<string?> Find(string name, CancellationToken cancellation);

    /// <summary>The enabled versions of a secret that rotates, newest first.</summary>
    Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation);
}
