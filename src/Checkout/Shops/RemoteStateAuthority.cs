using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>The remote state authority of wire-contract.md, D9.</summary>
public sealed record RemoteStateAuthority(string Url, string SharedSecret);
