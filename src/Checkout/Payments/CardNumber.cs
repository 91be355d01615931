namespace Checkout.Payments;

/// <summary>
/// The number of a payment card, which has no place here: a shopper types it into the gateway's own form, and only a token
/// comes out. A shop that sent numbers would be in scope of PCI DSS with all it has (docs/payments.md).
/// </summary>
public static class CardNumber
{
    private const int Fewest = 12;
    private const int Most = 19;

    /// <summary>12 to 19 digits with a check digit that is right, whatever spaces and dashes are between them (ISO/IEC 7812-1).</summary>
    public static bool Resembles(string text)
    {
        Span<char> digits = stackalloc char[Most];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.DashPunctuation)
                continue;
            if (!char.IsAsciiDigit(c) || count == Most)
                return false;
            digits[count++] = c;
        }

        return count >= Fewest && PassesLuhn(digits[..count]);
    }

    /// <summary>The check digit of ISO/IEC 7812-1, annex B.</summary>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }

    /// <summary>What is said to whoever offers one; the number is not repeated.</summary>
    public static Problem Refused() =>
        Problem.Invalid(
            "token",
            "token looks like a card number. Send the token that the payment gateway's form made of the card, never the number.",
            "card_number"
        );
}
