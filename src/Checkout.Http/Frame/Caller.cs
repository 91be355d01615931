using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Http.Frame;

/// <summary>Who a back-office call comes from, and what they may do.</summary>
/// <param name="Name">Of the API token, or of the person who signed in.</param>
/// <param name="Scopes">See <see cref="Http.Frame.Scopes"/>.</param>
public sealed record Caller(string Name, ImmutableArray<string> Scopes)
{
    /// <summary>Whoever holds the deployment's own token.</summary>
    public static Caller Deployment { get; } = new("deployment", [Http.Frame.Scopes.All]);

    public static Caller Of(ApiToken token) => new(token.Name, token.Scopes);

    /// <summary>True for an empty scope, which every caller has.</summary>
    public bool Has(string scope) =>
        scope.Length == 0
        || Scopes.Contains(Http.Frame.Scopes.All, StringComparer.Ordinal)
        || Scopes.Contains(scope, StringComparer.Ordinal);
}
