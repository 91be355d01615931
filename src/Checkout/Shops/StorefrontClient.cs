namespace Checkout.Shops;

/// <param name="TokenSha256">Of X-Auth-Token, lower-case hex.</param>
public sealed record StorefrontClient(string Client, string TokenSha256);
