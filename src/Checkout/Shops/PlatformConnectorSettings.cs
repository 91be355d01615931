namespace Checkout.Shops;

/// <summary>
/// Where carts come from and finished orders are pushed to (docs/platform-connector.md). Without a URL the built-in
/// connector accepts and numbers orders, and knows no carts.
/// </summary>
/// <param name="SharedSecret">A secret reference.</param>
public sealed record PlatformConnectorSettings(string? Url = null, string? SharedSecret = null);
