using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>The keys of an integration of a store, all of them.</summary>
public sealed record OAuthRequest(string? ConsumerKey, string? ConsumerSecret, string? AccessToken, string? AccessTokenSecret)
{
    internal OAuthCredentials Keys => new(ConsumerKey ?? "", ConsumerSecret ?? "", AccessToken ?? "", AccessTokenSecret ?? "");

    internal void Check(Fields fields) =>
        fields
            .Required("oauth.consumer_key", ConsumerKey)
            .Required("oauth.consumer_secret", ConsumerSecret)
            .Required("oauth.access_token", AccessToken)
            .Required("oauth.access_token_secret", AccessTokenSecret);
}
