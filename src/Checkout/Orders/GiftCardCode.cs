using System.Security.Cryptography;
using System.Text;

namespace Checkout.Orders;

/// <summary>
/// How an order names a gift card. Who knows a code can spend it, so the order keeps its hash and, where the code is long
/// enough, its last four characters; the code itself stays in the call that brings it.
/// </summary>
public static class GiftCardCode
{
    private const string Prefix = "giftcard_";
    private const int HashLength = 64;

    /// <summary>Of shorter codes the last four would say too much.</summary>
    private const int LongEnough = 9;

    /// <summary>The token of a payment with the card.</summary>
    public static string ReferenceOf(string code) => Prefix + Hash(code);

    /// <summary>The same for a card that is known by its id (<see cref="GiftCard.Id"/>).</summary>
    public static string ReferenceTo(string cardId) => Prefix + cardId;

    public static bool IsReference(string token) =>
        token.Length == Prefix.Length + HashLength
        && token.StartsWith(Prefix, StringComparison.Ordinal)
        && token[Prefix.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>SHA-256 of the code, lower-case hex; orders of earlier versions hold the code itself.</summary>
    public static string HashOf(string codeOrReference) =>
        IsReference(codeOrReference) ? codeOrReference[Prefix.Length..] : Hash(codeOrReference);

    /// <summary>Empty where it would say too much.</summary>
    public static string LastFour(string code) => code.Length >= LongEnough ? code[^4..] : "";

    /// <summary>What people see; within an order a card can be named by it.</summary>
    public static string Masked(string lastFour) => $"****{lastFour}";

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
