using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Ids that this API has as numbers, some of them written as texts (lineItemIds names the line items' ids). Ours are texts:
/// one that is a number stays, any other becomes the first 52 bits of its SHA-256, so it is the same every time and every JSON client reads
/// it exactly.
/// </summary>
internal static class NumericId
{
    private const long Limit = 1L << 53;

    public static long Of(string id)
    {
        if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < Limit && id[0] != '0')
            return number;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return (long)(BitConverter.ToUInt64(hash) >> 12) | 1L;
    }

    public static string TextOf(string id) => Of(id).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a client means this id: as a number, or as it is.</summary>
    public static bool Means(string given, string id) => given == id || given == TextOf(id);
}
