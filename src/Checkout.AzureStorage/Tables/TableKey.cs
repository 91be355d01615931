using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.AzureStorage.Tables;

/// <summary>Keys from text that others choose (a sku, a code): some characters are not allowed, and 1 KiB is the most.</summary>
internal static class TableKey
{
    private const int Longest = 200;

    /// <summary>Letters, digits, dash and dot stay as they are, any other byte is written _XX; what is too long is hashed.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.')
                key.Append((char)b);
            else
                key.Append('_').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return key.Length <= Longest ? key.ToString() : $"__{Hash(text)}";
    }

    public static string Of(string shop, string text) => $"{Of(shop)}|{Of(text)}";

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
