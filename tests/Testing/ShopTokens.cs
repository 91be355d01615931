using System.Security.Cryptography;
using System.Text;

namespace Checkout.Testing;

/// <summary>A token is one shop's alone: shops that tests open beside the demo shop have tokens of their own, named after its.</summary>
public static class ShopTokens
{
    private const string DemoShop = "zp3oafdor9";

    public static string Of(string token, string shop) => shop == DemoShop ? token : $"{token}-{shop}";

    /// <summary>The token for a call, by the shop in its path: <c>checkout/…/{shop}</c>.</summary>
    public static string For(string token, string path) =>
        path.TrimStart('/').Split('/', '?') is ["checkout", "orders" or "shop", var shop, ..] ? Of(token, shop) : token;

    public static string Sha256(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
