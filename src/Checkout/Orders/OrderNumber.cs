using System.Security.Cryptography;
using System.Text;

namespace Checkout.Orders;

/// <summary>
/// A short number for people, such as 7K3M-92QF, to read out on the phone. It says nothing of how many orders there are, and
/// of a million orders of a shop about one pair shares it: a look-up by it may find two.
/// </summary>
public static class OrderNumber
{
    // Crockford's base 32: without I, L, O and U, which are read as others.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(Order order) => Of(order.PublicOrderId);

    public static string Of(string publicOrderId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(publicOrderId));
        Span<char> number = stackalloc char[9];
        for (var i = 0; i < 8; i++)
            number[i < 4 ? i : i + 1] = Digits[hash[i] & 31];
        number[4] = '-';
        return new string(number);
    }
}
