using PhoneNumbers;

namespace Checkout.Addresses;

/// <summary>Whether a text can be a phone number, in the habits of a country or with its own country code.</summary>
public static class PhoneNumberRule
{
    /// <summary>The number in the form of E.164, such as +12045550100; as it is when it cannot be one.</summary>
    public static string ToE164(string number, string country)
    {
        if (number.Length == 0 || !IsPossible(number, country))
            return number;
        var util = PhoneNumberUtil.GetInstance();
        return util.Format(util.Parse(number, country.ToUpperInvariant()), PhoneNumberFormat.E164);
    }

    /// <summary>
    /// Checks length and form, not whether the range is assigned: numbering plans change faster than the library's data,
    /// and a shopper with a new number must be able to buy.
    /// </summary>
    /// <remarks>
    /// A shopper may have the number of another country and not know how it begins for others: digits that could be one
    /// do not keep them from their address.
    /// </remarks>
    public static bool Holds(string number, string country) => IsPossible(number, country) || CouldBeForeign(number);

    /// <summary>Without the sign of a country code, and as long as numbers are (E.164: at most 15 digits).</summary>
    private static bool CouldBeForeign(string number) =>
        !number.Contains('+', StringComparison.Ordinal)
        && number.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '/' or '(' or ')')
        && number.Count(char.IsAsciiDigit) is >= 7 and <= 15;

    private static bool IsPossible(string number, string country)
    {
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            return util.IsPossibleNumber(util.Parse(number, country.ToUpperInvariant()));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
