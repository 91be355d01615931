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
        };
}
