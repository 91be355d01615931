using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Checkout.AzureStorage;

/// <summary>Where the tables are. Section <c>Storage</c> of the configuration.</summary>
public sealed partial record StorageOptions
{
    public const string Section = "Storage";

    /// <summary>For Azurite, or an account with keys; the alternative to <see cref="TableEndpoint"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Such as <c>https://account.table.core.windows.net</c>; signed in to with the host's Azure identity.</summary>
    public string? TableEndpoint { get; init; }

    /// <summary>A user-assigned identity; without it <c>AZURE_CLIENT_ID</c> or the host's own identity is used.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Put before every table name, where several deployments share an account.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>
    /// Reads and checks the section. Without a setting of its own the checkout uses the connection string of the
    /// Functions host, so that a local run needs only one.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var endpoint = Text(section["TableEndpoint"]);
        var options = new StorageOptions
        {
            ConnectionString = Text(section["ConnectionString"]) ?? (endpoint is null ? Text(configuration["AzureWebJobsStorage"]) : null),
            TableEndpoint = endpoint,
            ManagedIdentityClientId = Text(section["ManagedIdentityClientId"]),
            TablePrefix = Text(section["TablePrefix"]) ?? "",
        };
        return options.Checked();
    }

    private StorageOptions Checked()
    {
        if (ConnectionString is null && TableEndpoint is null)
            throw new InvalidOperationException(
                "Set Storage:ConnectionString or Storage:TableEndpoint (environment: Storage__ConnectionString, Storage__TableEndpoint)."
            );
        if (ConnectionString is not null && TableEndpoint is not null)
            throw new InvalidOperationException("Set either Storage:ConnectionString or Storage:TableEndpoint, not both.");
        if (
            TableEndpoint is not null
            && !(Uri.TryCreate(TableEndpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback))
        )
            throw new InvalidOperationException($"Storage:TableEndpoint must be an https address, not '{TableEndpoint}'.");
        if (TablePrefix.Length > 0 && !Prefix().IsMatch(TablePrefix))
            throw new InvalidOperationException(
                $"Storage:TablePrefix must be letters and digits, begin with a letter and have at most 40 characters, not '{TablePrefix}'."
            );
        return this;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,39}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();
}
