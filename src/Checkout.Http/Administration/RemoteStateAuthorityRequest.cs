using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>
/// What is said of a remote state authority (docs/contract/administration.md#remote-state-authority): what is left out stays as it is,
/// since connectors say their URL and secret again and know of nothing else.
/// </summary>
public sealed record RemoteStateAuthorityRequest(string? Url, string? SharedSecret)
{
    public string? Protocol { get; init; }

    public OAuthRequest? Oauth { get; init; }

    /// <summary>Enough to make one that there is not yet.</summary>
    internal bool SaysAll => Url is { Length: > 0 } && (SharedSecret is { Length: > 0 } || Oauth is not null);

    /// <summary>
    /// The shop with what is said. Refused by the name of a field that is missing or not one of its values; a masked secret that comes
    /// back is the one that is stored.
    /// </summary>
    internal Result<Shop> On(Shop shop) =>
        Of(shop.RemoteStateAuthority).Then(authority => (shop with { RemoteStateAuthority = authority }).Restored(shop));

    private Result<RemoteStateAuthority> Of(RemoteStateAuthority? before)
    {
        var next = new RemoteStateAuthority(Url ?? before?.Url ?? "", SharedSecret ?? before?.SharedSecret ?? "")
        {
            Protocol = ProtocolNames.Find(Protocol) ?? before?.Protocol ?? AuthorityProtocol.Notices,
            Oauth = Oauth is null ? before?.Oauth : Oauth.Keys,
        };
        var fields = new Fields().Required("url", next.Url, 2048).OneOf("protocol", Protocol, ProtocolNames.All);
        if (!next.SignsByOAuth)
            fields.Required("shared_secret", next.SharedSecret);
        Oauth?.Check(fields);
        return fields.Then(() => next);
    }
}
