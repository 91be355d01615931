using System.Globalization;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;

namespace Checkout.AzureStorage.Secrets;

/// <summary>
/// Secrets in section <c>Secrets</c> of the configuration, for development: <c>Secrets:NAME</c> is the value, or
/// <c>Secrets:NAME:0</c> and up are versions with <c>id</c>, <c>value</c> and <c>created</c>.
/// </summary>
public sealed class ConfigurationSecrets(IConfiguration configuration) : ISecrets
{
    public async Task<string?> Find(string name, CancellationToken cancellation) =>
        (await Versions(name, cancellation)).Select(version => version.Value).FirstOrDefault();

    public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation)
    {
        var section = configuration.GetSection($"Secrets:{name}");
        IReadOnlyList<SecretVersion> versions = section.Value is { Length: > 0 } value
            ? [new SecretVersion(name, value, DateTimeOffset.UnixEpoch)]
            : [.. section.GetChildren().Select(Version).OrderByDescending(version => version.CreatedAt)];
        return Task.FromResult(versions);
    }

    private static SecretVersion Version(IConfigurationSection version) =>
        new(
            version["id"] ?? throw Missing(version, "id"),
            version["value"] ?? throw Missing(version, "value"),
            DateTimeOffset.TryParse(version["created"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
                ? created
                : throw Missing(version, "created")
        );

    private static InvalidOperationException Missing(IConfigurationSection version, string setting) =>
        new($"Setting {version.Path}:{setting} is missing or cannot be read.");
}
