using System.Text.Json.Serialization;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>A remote state authority as it is shown: secrets are masked, references to them are not secret.</summary>
public sealed record RemoteStateAuthorityState(string Url, string Protocol)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OAuthRequest? Oauth { get; init; }

    /// <summary>Of a shop that has one.</summary>
    public static RemoteStateAuthorityState Of(Shop shop)
    {
        var authority = shop.Hidden().RemoteStateAuthority!;
        return new RemoteStateAuthorityState(authority.Url, ProtocolNames.Of(authority.Protocol))
        {
            Oauth = authority.Oauth is { } keys
                ? new OAuthRequest(keys.ConsumerKey, keys.ConsumerSecret, keys.AccessToken, keys.AccessTokenSecret)
                : null,
        };
    }
}
