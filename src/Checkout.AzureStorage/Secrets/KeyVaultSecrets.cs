using Azure;
using Azure.Security.KeyVault.Secrets;
using Checkout.AzureStorage.Tables;
using Checkout.Stores;

namespace Checkout.AzureStorage.Secrets;

/// <summary>Secrets in Key Vault, remembered for five minutes: a rotated secret is known everywhere within that time.</summary>
public sealed class KeyVaultSecrets(SecretClient vault, TimeProvider time) : ISecrets
{
    public static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(5);

    private readonly TimedCache<string?> current = new(time, capacity: 1000);
    private readonly TimedCache<IReadOnlyList<SecretVersion>> versions = new(time, capacity: 1000);

    public async Task<string?> Find(string name, CancellationToken cancellation)
    {
        if (current.TryGet(name, out var cached))
            return cached;
        var value = await Read(name, cancellation);

        // One that is missing is asked for again: it may be the next thing that the merchant sets.
        if (value is not null)
            current.Put(name, value, CacheTime);
        return value;
    }

    public async Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation)
    {
        if (versions.TryGet(name, out var cached))
            return cached;
        var found = new List<SecretVersion>();
        await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(name, cancellation))
        {
            if (version.Enabled is false || version.ExpiresOn < time.GetUtcNow() || version.NotBefore > time.GetUtcNow())
                continue;
            KeyVaultSecret secret = await vault.GetSecretAsync(name, version.Version, cancellationToken: cancellation);
            found.Add(new SecretVersion(version.Version, secret.Value, version.CreatedOn ?? DateTimeOffset.UnixEpoch));
        }

        IReadOnlyList<SecretVersion> newestFirst = [.. found.OrderByDescending(version => version.CreatedAt)];
        versions.Put(name, newestFirst, CacheTime);
        return newestFirst;
    }

    private async Task<string?> Read(string name, CancellationToken cancellation)
    {
        try
        {
            KeyVaultSecret secret = await vault.GetSecretAsync(name, cancellationToken: cancellation);
            return secret.Value;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
