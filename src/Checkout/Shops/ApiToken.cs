using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>An API access token of the back office: never stored, only its hash.</summary>
/// <param name="Sha256">Of the token, lower-case hex.</param>
/// <param name="Scopes">read_orders, write_orders, … or * for all.</param>
public sealed record ApiToken(string Name, string Sha256, ImmutableArray<string> Scopes);
