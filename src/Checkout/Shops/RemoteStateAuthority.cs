using System.Text.Json.Serialization;
using Checkout.Orders;

namespace Checkout.Shops;

/// <summary>The remote state authority (docs/contract/platforms.md#remote-state-authority).</summary>
/// <param name="SharedSecret">Signs what is sent to it; may be empty where <see cref="Oauth"/> does.</param>
public sealed record RemoteStateAuthority(string Url, string SharedSecret = "")
{
    /// <summary>What it is sent, and whether its answer counts.</summary>
    public AuthorityProtocol Protocol { get; init; }

    /// <summary>Signs what is sent to a Magento cart; without it <see cref="SharedSecret"/> is sent as a bearer token.</summary>
    public OAuthCredentials? Oauth { get; init; }

    /// <summary>A Magento cart whose calls are signed with the keys of an integration, for which no shared secret is needed.</summary>
    [JsonIgnore]
    public bool SignsByOAuth => Protocol is AuthorityProtocol.MagentoCart && Oauth is not null;

    /// <summary>True when it is asked before a change is committed, and the order becomes what it answers.</summary>
    [JsonIgnore]
    public bool Decides => Protocol is not AuthorityProtocol.Notices;

    /// <summary>It decides on an order that began under one which does.</summary>
    public bool DecidesOn(Order order) => Decides && order.HasAuthority;

    /// <summary>
    /// It is told of what was committed: not of an order that began under one that decides, and not of a simple one, which is the
    /// platform's already.
    /// </summary>
    public bool IsToldOf(Order order) => !Decides && order is { HasAuthority: false, IsSimple: false };
}
