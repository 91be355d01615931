using System.Collections.Frozen;

namespace Checkout.Payments.TestGateway;

/// <summary>
/// The card form of the test gateway: the test numbers that payment processors publish, as tokens that decide what
/// happens. A number that is none of them is refused, so that no real card is ever taken.
/// </summary>
public static class TestCards
{
    private static readonly FrozenDictionary<string, TestCard> Cards = new Dictionary<string, TestCard>(StringComparer.Ordinal)
    {
        ["4242424242424242"] = new("tok_visa", "visa"),
        ["5555555555554444"] = new("tok_mastercard", "mastercard"),
        ["378282246310005"] = new("tok_amex", "amex"),
        ["4000000000000002"] = new("tok_decline", "visa"),
        ["4000000000009995"] = new("tok_insufficient_funds", "visa"),
        ["4000002500003155"] = new("tok_sca", "visa"),
        ["4000000000000119"] = new("tok_error", "visa"),
        ["4000000000000259"] = new("tok_timeout", "visa"),
        ["4000000000000069"] = new("tok_expired_authorization", "visa"),
        ["4000000000000341"] = new("tok_capture_decline", "visa"),
        ["4000000000005126"] = new("tok_refund_decline", "visa"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>By number, for a page that tokenizes by itself.</summary>
    public static IReadOnlyDictionary<string, TestCard> ByNumber => Cards;

    /// <summary>
    /// The token for a card. Refused: card_number (incorrect_number, not_a_test_card), expiry (invalid_expiry,
    /// expired_card), cvc (incorrect_cvc).
    /// </summary>
    /// <param name="number">Digits; spaces and dashes are passed over.</param>
    /// <param name="year">Four digits, or the last two.</param>
    public static Result<TestCardToken> Tokenize(string number, int month, int year, string cvc, DateTimeOffset now)
    {
        var digits = string.Concat(number.Where(c => c is not (' ' or '-')));
        if (digits.Length is < 12 or > 19 || !digits.All(char.IsAsciiDigit) || !CardNumber.PassesLuhn(digits))
            return Problem.Invalid("card_number", "The card number is not correct.", "incorrect_number");
        var fullYear = year is >= 0 and < 100 ? 2000 + year : year;
        if (month is < 1 or > 12 || fullYear is < 2000 or > 2099)
            return Problem.Invalid("expiry", "The expiry date is not a month and year.", "invalid_expiry");
        if ((fullYear, month).CompareTo((now.UtcDateTime.Year, now.UtcDateTime.Month)) < 0)
            return Problem.Invalid("expiry", "The card has expired.", "expired_card");
        if (!Cards.TryGetValue(digits, out var card))
            return Problem.Invalid(
                "card_number",
                "The test gateway takes test cards only, such as 4242 4242 4242 4242.",
                "not_a_test_card"
            );
        return cvc.Length == (card.Brand == "amex" ? 4 : 3) && cvc.All(char.IsAsciiDigit)
            ? new TestCardToken(card.Token, card.Brand, digits[^4..], month, fullYear)
            : Problem.Invalid("cvc", "The security code is not correct.", "incorrect_cvc");
    }
}
