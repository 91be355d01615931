namespace Checkout.Shops;

/// <summary>The remote state authority (docs/contract/platforms.md#remote-state-authority).</summary>
public sealed record RemoteStateAuthority(string Url, string SharedSecret);
