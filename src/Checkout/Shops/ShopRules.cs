using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Checkout.Money;

namespace Checkout.Shops;

/// <summary>What a shop document must keep to beyond its form; every breach is named.</summary>
public static partial class ShopRules
{
    /// <summary>What is saved with a shop in one group write: a row for each token that came and for each that went.</summary>
    public const int MostApiTokens = 40;

    /// <summary>Units of a currency for one of another.</summary>
    public const decimal MostRate = 1_000_000;

    public static Result<Shop> Check(Shop shop)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Rule(Identifier().IsMatch(shop.Identifier), "identifier", "must be 4 to 32 lower-case letters and digits");
        Rule(Currency.Find(shop.Currency) is not null, "currency", "must be a code of ISO 4217");
        Unique("currencies.code", shop.Currencies.Select(c => c.Code.ToUpperInvariant()));
        CheckCurrencies(shop, Rule);
        Unique("gateways.public_id", shop.Gateways.Select(g => g.PublicId));
        Unique("discount_codes.code", shop.DiscountCodes.Select(d => d.Code.ToUpperInvariant()));
        Unique("plugins.uuid", shop.Plugins.Select(p => p.Uuid));
        Unique("api_tokens.sha256", shop.ApiTokens.Select(t => t.Sha256));
        Rule(shop.ApiTokens.Length <= MostApiTokens, "api_tokens", $"holds more than {MostApiTokens} tokens");
        Unique("webhooks.id", shop.Webhooks.Select(w => w.Id));
        foreach (var token in shop.ApiTokens)
            Rule(Sha256().IsMatch(token.Sha256), "api_tokens.sha256", $"of token {token.Name} must be 64 lower-case hex digits");
        foreach (var client in shop.StorefrontClients)
            Rule(
                Sha256().IsMatch(client.TokenSha256),
                "storefront_clients.token_sha256",
                $"of client {client.Client} must be 64 lower-case hex digits"
            );
        CheckZones(shop, Rule);
        foreach (var origin in shop.CorsOrigins)
            Rule(
                Uri.TryCreate(origin, UriKind.Absolute, out var uri) && origin == uri.GetLeftPart(UriPartial.Authority),
                "cors_origins",
                $"holds {origin}, which is no origin such as https://shop.example.com"
            );
        if (shop.HostedCheckout.AccentColor is { } color)
            Rule(Color().IsMatch(color), "hosted_checkout.accent_color", "must be a color such as #1a7a45");
        Link("hosted_checkout.logo_url", shop.HostedCheckout.LogoUrl);
        Link("hosted_checkout.terms_url", shop.HostedCheckout.TermsUrl);
        Link("hosted_checkout.privacy_url", shop.HostedCheckout.PrivacyUrl);
        Link("hosted_checkout.refund_url", shop.HostedCheckout.RefundUrl);
        foreach (var term in shop.Terms.Keys)
            Rule(TermGroups.Hold(term), "terms", $"holds {term}, which begins with none of the groups {string.Join(", ", TermGroups.All)}");
        LetterRules.Check(shop.Letters, Rule);
        CheckLimits(shop, Rule);
        foreach (var place in shop.Foreign())
            Rule(false, place, $"must refer to a secret of this shop: secret:shops/{shop.Identifier}/NAME, of letters, digits and dashes");
        problems.AddRange(ConnectionRules.Check(shop));
        return problems.Count == 0 ? shop : Result<Shop>.Refused(problems.ToImmutable());

        void Rule(bool holds, string field, string message)
        {
            if (!holds)
                problems.Add(Problem.Invalid(field, $"{field} {message}.", "not_allowed"));
        }

        void Link(string field, string? url) =>
            Rule(
                url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)),
                field,
                "must be an https URL"
            );

        void Unique(string field, IEnumerable<string> values)
        {
            foreach (var twice in values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1))
                Rule(false, field, $"holds {twice.Key} more than once");
        }
    }

    private static void CheckCurrencies(Shop shop, Action<bool, string, string> rule)
    {
        foreach (var listed in shop.Currencies)
        {
            rule(
                Currency.Find(listed.Code) is not null && !string.Equals(listed.Code, shop.Currency, StringComparison.OrdinalIgnoreCase),
                "currencies.code",
                $"{listed.Code} must be a code of ISO 4217, and another one than the shop's"
            );
            rule(listed.Rate is > 0 and <= MostRate, "currencies.rate", $"of {listed.Code} must be above 0 and at most {MostRate}");
        }
    }

    private static void CheckZones(Shop shop, Action<bool, string, string> rule)
    {
        foreach (var rate in shop.ShippingZones.SelectMany(z => z.Rates))
            rule(
                rate is { Amount: >= 0, AmountPerKilogram: >= 0 },
                "shipping_zones.rates.amount",
                $"of rate {rate.Code} must not be below zero"
            );
        foreach (var rate in shop.TaxZones.SelectMany(z => z.Rates))
            rule(rate.Rate is >= 0 and <= 1, "tax_zones.rates.rate", $"of tax {rate.Name} must be from 0 to 1");
    }

    private static void CheckLimits(Shop shop, Action<bool, string, string> rule)
    {
        if (shop.RateLimits is { } limits)
        {
            rule(limits.ShopPerSecond > 0, "rate_limits.shop_per_second", "must be 1 or more");
            rule(limits.OrderPerSecond > 0, "rate_limits.order_per_second", "must be 1 or more");
        }

        if (shop.RetentionDays is { } days)
            rule(days is >= 1 and <= 36_500, "retention_days", "must be from 1 to 36500");
    }

    [GeneratedRegex(@"^[a-z0-9]{4,32}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Color();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sha256();
}
