using System.Text.Json.Serialization;

namespace Checkout.Shops;

/// <summary>The remote state authority (docs/contract/platforms.md#remote-state-authority).</summary>
public sealed record RemoteStateAuthority(string Url, string SharedSecret)
{
    /// <summary>What it is sent, and whether its answer counts.</summary>
    public AuthorityProtocol Protocol { get; init; }

    /// <summary>Signs what is sent to a Magento cart; without it <see cref="SharedSecret"/> is sent as a bearer token.</summary>
    public OAuthCredentials? Oauth { get; init; }

    /// <summary>True when it is asked before a change is committed, and the order becomes what it answers.</summary>
    [JsonIgnore]
    public bool Decides => Protocol is not AuthorityProtocol.Notices;
}
