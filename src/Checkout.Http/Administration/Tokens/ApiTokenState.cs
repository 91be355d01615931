using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Shops;

namespace Checkout.Http.Administration.Tokens;

/// <summary>An API token as it is listed: never the token itself.</summary>
/// <param name="ExpiresAt">From then on it lets nobody in; null never.</param>
public sealed record ApiTokenState(
    string Id,
    string Name,
    [property: WordsOf(typeof(Scopes))] ImmutableArray<string> Scopes,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ExpiresAt,
    bool IsExpired
)
{
    public static ApiTokenState Of(ApiToken token, DateTimeOffset now) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.IsExpired(now));

    public static ApiTokensData Of(Shop shop, DateTimeOffset now) => new([.. shop.ApiTokens.Select(token => Of(token, now))], Next: null);
}

/// <param name="Next">Always null: a shop has at most 40 tokens.</param>
public sealed record ApiTokensData(ImmutableArray<ApiTokenState> ApiTokens, string? Next);
