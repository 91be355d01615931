using System.Globalization;
using System.Text.RegularExpressions;

namespace Checkout.Viewing;

/// <summary>
/// What people type into one search box, read by its form (docs/contract/backend.md#search): an e-mail address, a short number,
/// an order id, a public id, and anything else as the platform's number.
/// </summary>
public static partial class OrderSearch
{
    private const int DigitsOfAnId = 16;
    private const int LengthOfAPublicId = 64;

    public static OrderQuery Read(string text)
    {
        var typed = text.Trim();
        if (typed.Contains('@', StringComparison.Ordinal))
            return new OrderQuery { EmailAddress = typed };
        if (ReadNumber(typed) is { } number)
            return new OrderQuery { OrderNumber = number };
        if (typed.Length == DigitsOfAnId && long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return new OrderQuery { OrderId = id };
        return typed.Length == LengthOfAPublicId && typed.All(char.IsAsciiLetterOrDigit)
            ? new OrderQuery { PublicOrderId = typed }
            : new OrderQuery { PlatformOrderId = typed };
    }

    /// <summary>The short number as it is kept; null when the text is none. Letters that are misread for digits are those digits.</summary>
    public static string? ReadNumber(string text)
    {
        var typed = text.Trim().ToUpperInvariant();
        if (!Number().IsMatch(typed) || typed.All(char.IsAsciiDigit))
            return null;
        var digits = typed.Replace("-", "", StringComparison.Ordinal).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return $"{digits[..4]}-{digits[4..]}";
    }

    [GeneratedRegex("^[0-9A-TV-Z]{4}-?[0-9A-TV-Z]{4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
