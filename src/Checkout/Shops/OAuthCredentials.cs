namespace Checkout.Shops;

/// <summary>Of an integration of a Magento store, which verifies OAuth 1.0a. The secrets may be references.</summary>
public sealed record OAuthCredentials(string ConsumerKey, string ConsumerSecret, string AccessToken, string AccessTokenSecret);
