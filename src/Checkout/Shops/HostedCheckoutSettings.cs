using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>How the checkout page that the merchant need not write looks and what it links to (docs/hosted-checkout.md).</summary>
public sealed record HostedCheckoutSettings
{
    /// <summary>https; null shows the shop's name.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>
    /// #rrggbb, the color of the button. Where its contrast with the page is under 4.5:1, as WCAG 2.2 asks, the button is in the
    /// color of the text instead.
    /// </summary>
    public string? AccentColor { get; init; }
    public string? TermsUrl { get; init; }
    public string? PrivacyUrl { get; init; }
    public string? RefundUrl { get; init; }

    /// <summary>The shop's own words by the page's keys, instead of those of its language.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;
}
