using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration.Tokens;

/// <summary>Creates an API token (docs/contract/administration.md#api-tokens): it is in this answer and nowhere else.</summary>
public sealed class CreateApiTokenEndpoint(ShopEditor editor, IIdSource ids, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<CreateApiTokenRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var now = time.GetUtcNow();
        var (name, scopes, expiresAt) = read.Value;
        var fields = new Fields()
            .Required("name", name)
            .Check(scopes is { Length: > 0 }, "scopes", "scopes is required.", "required")
            .Check(expiresAt is null || expiresAt > now, "expires_at", "expires_at must be in the future.", "out_of_range");
        foreach (var scope in scopes ?? [])
            fields.Check(
                Scopes.Every.Contains(scope, StringComparer.Ordinal),
                "scopes",
                $"There is no scope {scope}: {string.Join(", ", Scopes.Every)}.",
                "not_allowed"
            );
        if (!fields.AreFine)
            return fields.Problems;
        var secret = ids.PublicId();
        var token = new ApiToken(
            name!,
            System.Text.Encoding.ASCII.GetString(ApiTokens.HashOf(secret)),
            [.. scopes!.Value.Distinct(StringComparer.Ordinal)]
        )
        {
            CreatedAt = now,
            ExpiresAt = expiresAt?.ToUniversalTime(),
        };
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { ApiTokens = shop.ApiTokens.Add(token) },
            call.Cancellation
        );
        return Reply.Of(changed, _ => CreatedApiToken.Of(token, secret, now));
    }
}

/// <param name="Scopes">What the token may do; * is everything.</param>
/// <param name="ExpiresAt">From then on it lets nobody in; null never.</param>
public sealed record CreateApiTokenRequest(string? Name, ImmutableArray<string>? Scopes, DateTimeOffset? ExpiresAt);

/// <param name="Token">The token itself, shown this once.</param>
public sealed record CreatedApiToken(
    string Id,
    string Name,
    ImmutableArray<string> Scopes,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ExpiresAt,
    bool IsExpired,
    string Token
)
{
    public static CreatedApiToken Of(ApiToken token, string secret, DateTimeOffset now) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.IsExpired(now), secret);
}
