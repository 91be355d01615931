using System.Security.Cryptography;
using System.Text;

namespace Checkout.Orders;

/// <summary>How an e-mail address is kept where people are found or counted by it.</summary>
public static class EmailHash
{
    /// <summary>SHA-256 of the address in lower case, hex; of no address that of the empty text.</summary>
    public static string Of(string emailAddress) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(emailAddress.Trim().ToLowerInvariant())));
}
