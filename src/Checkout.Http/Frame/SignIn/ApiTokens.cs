using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;

namespace Checkout.Http.Frame.SignIn;

/// <summary>Finds an API token among those of a shop without telling by timing how close a guess came.</summary>
internal static class ApiTokens
{
    /// <summary>Null when the shop has no such token, or has one that has expired.</summary>
    public static ApiToken? Find(Shop shop, string token, DateTimeOffset now)
    {
        var hash = HashOf(token);
        ApiToken? found = null;
        foreach (var known in shop.ApiTokens)
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known.Sha256)))
                found = known;
        return found?.IsExpired(now) is false ? found : null;
    }

    /// <summary>Lower-case hex of SHA-256, in ASCII.</summary>
    public static byte[] HashOf(string token) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
}
