using PhoneNumbers;

namespace Checkout.Addresses;

/// <summary>Whether a text can be a phone number, in the habits of a country or with its own country code.</summary>
public static class PhoneNumberRule
{
    /// <summary>
    /// Checks length and form, not whether the range is assigned: numbering plans change faster than the library's data,
    /// and a shopper with a new number must be able to buy.
    /// </summary>
    public static bool Holds(string number, string country)
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
