using Checkout.Shops;
using Checkout.Stores;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// The Stripe account of one gateway of a shop. Settings: <c>api_key</c> (secret:shops/SHOP/NAME), <c>api_base</c> (another address
/// for the API: loopback only, in development only), <c>timeout_seconds</c> (of one call with its retries; 25).
/// </summary>
internal sealed class StripeAccounts(ISecrets secrets, IHttpClientFactory http, StripeSurroundings surroundings)
{
    public const string HttpClientName = "stripe";
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Null when the gateway is not set up in a way that can be used.</summary>
    public async Task<StripeAccount?> Find(GatewaySettings gateway, CancellationToken cancellation)
    {
        if (
            !TryApiBase(gateway, out var apiBase)
            || await Secret(gateway, "api_key", cancellation) is not { Length: > 0 } key
            || key.AsSpan().ContainsAny(" \r\n\t")
        )
            return null;

        // The client itself is cheap; its connections belong to the factory. Retries are the handler's.
        var client = new StripeClient(
            new StripeClientOptions
            {
                ApiKey = key,
                ApiBase = apiBase,
                HttpClient = new SystemNetHttpClient(http.CreateClient(HttpClientName), maxNetworkRetries: 0, enableTelemetry: false),
            }
        );
        var timeout =
            gateway.Settings.TryGetValue("timeout_seconds", out var text)
            && int.TryParse(text, out var seconds)
            && seconds is > 0 and <= 100
                ? TimeSpan.FromSeconds(seconds)
                : DefaultTimeout;
        return new StripeAccount(client, timeout);
    }

    /// <summary>The value that a setting refers to; null when the setting is no reference or the secret is not there.</summary>
    public async Task<string?> Secret(GatewaySettings gateway, string setting, CancellationToken cancellation) =>
        gateway.Settings.TryGetValue(setting, out var reference) && SecretReferences.Is(reference)
            ? await secrets.Resolve(reference, cancellation)
            : null;

    private bool TryApiBase(GatewaySettings gateway, out string? apiBase)
    {
        apiBase = null;
        if (!gateway.Settings.TryGetValue("api_base", out var setting) || setting.Length == 0)
            return true;
        if (!surroundings.IsDevelopment || !Uri.TryCreate(setting, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            return false;
        apiBase = setting.TrimEnd('/');
        return true;
    }
}

/// <param name="Timeout">Of one call with its retries.</param>
internal sealed record StripeAccount(IStripeClient Client, TimeSpan Timeout);

/// <summary>Where this host runs: in development a stand-in of Stripe on loopback may be asked.</summary>
public sealed record StripeSurroundings(bool IsDevelopment);
