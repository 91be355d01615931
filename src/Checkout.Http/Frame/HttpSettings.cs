using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Checkout.Http.Frame;

/// <summary>What the host tells the wire.</summary>
/// <param name="IsDevelopment">Shows what an operator of a production host would not: costs, the test gateway's ledger.</param>
public sealed record HttpSettings(bool IsDevelopment)
{
    /// <summary>Browser origins allowed for every shop, beside the shop's own list.</summary>
    public ImmutableArray<string> CorsOrigins { get; init; } = [];

    /// <summary>Of the setting ApplePay:DomainAssociation; empty when this host takes no Apple Pay.</summary>
    public string AppleDomainAssociation { get; init; } = "";

    /// <summary>
    /// App Service authentication is in front of this host, and whom it signed in is let into the console
    /// (docs/console.md#sign-in-with-microsoft-entra-id).
    /// </summary>
    public bool TrustsAppServiceSignIn { get; init; }

    /// <summary>Where the demo storefront is, for the front page; null where this host has none.</summary>
    public string? DemoPath { get; init; }

    /// <summary>
    /// Where this deployment is reached, as in https://checkout.example.com, for links in letters: the setting PublicUrl, and without it
    /// the name that Azure gives the app. Null where it is not known.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static HttpSettings From(IConfiguration configuration, bool isDevelopment) =>
        new(isDevelopment)
        {
            CorsOrigins =
            [
                .. (configuration["Cors:Origins"] ?? "")
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(origin =>
                        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && origin == uri.GetLeftPart(UriPartial.Authority)
                            ? origin
                            : throw new InvalidOperationException(
                                $"Setting Cors:Origins holds '{origin}', which is no origin such as https://shop.example.com."
                            )
                    ),
            ],
            AppleDomainAssociation = configuration["ApplePay:DomainAssociation"]?.Trim() ?? "",
            TrustsAppServiceSignIn = TrustsAppService(configuration),
            PublicUrl = PublicUrlOf(configuration),
        };

    /// <summary>Without App Service in front of it, anybody could send the header that says who signed in.</summary>
    private static bool TrustsAppService(IConfiguration configuration)
    {
        if (configuration["Console:EntraId"] is not { Length: > 0 } setting)
            return false;
        if (!bool.TryParse(setting, out var isOn))
            throw new InvalidOperationException($"Setting Console:EntraId is '{setting}': write true or false.");
        if (isOn && !(bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var isProtected) && isProtected))
            throw new InvalidOperationException(
                "Setting Console:EntraId is true, but App Service authentication is off (WEBSITE_AUTH_ENABLED): anybody could sign in."
            );
        return isOn;
    }

    private static string? PublicUrlOf(IConfiguration configuration)
    {
        if (configuration["PublicUrl"] is not { Length: > 0 } setting)
            return configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host ? $"https://{host}" : null;
        return
            Uri.TryCreate(setting, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException(
                $"Setting PublicUrl holds '{setting}', which is no URL such as https://checkout.example.com."
            );
    }
}
