using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Shops;

/// <summary>An API access token of the back office: never stored, only its hash.</summary>
/// <param name="Sha256">Of the token, lower-case hex.</param>
/// <param name="Scopes">read_orders, write_orders, … or * for all.</param>
public sealed record ApiToken(string Name, string Sha256, ImmutableArray<string> Scopes)
{
    private const int IdLength = 16;

    /// <summary>UTC; null in documents that do not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>UTC; from then on the token lets nobody in. Null never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The beginning of the hash: tells the tokens of a shop apart and says nothing of the token.</summary>
    [JsonIgnore]
    public string Id => Sha256.Length > IdLength ? Sha256[..IdLength] : Sha256;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
