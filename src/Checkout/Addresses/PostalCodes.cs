using System.Text.RegularExpressions;

namespace Checkout.Addresses;

/// <summary>
/// The postal code formats of Canada, the United States, Ireland, Great Britain, France and Singapore
/// (docs/contract/storefront.md#address-rules); other countries' codes are taken as they come.
/// </summary>
public static partial class PostalCodes
{
    public static bool HasFormatOf(string country, string code)
    {
        var format = country.ToUpperInvariant() switch
        {
            "CA" => Canada(),
            "US" => UnitedStates(),
            "IE" => Ireland(),
            "GB" => GreatBritain(),
            "FR" => FiveDigits(),
            "SG" => SixDigits(),
            _ => null,
        };
        return format?.IsMatch(code.Trim()) ?? true;
    }

    [GeneratedRegex(
        @"^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Canada();

    [GeneratedRegex(@"^[0-9]{5}([ -]?[0-9]{4})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitedStates();

    [GeneratedRegex(
        @"^([AC-FHKNPRTV-Y][0-9]{2}|D6W)[ -]?[0-9AC-FHKNPRTV-Y]{4}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Ireland();

    [GeneratedRegex(
        @"^(GIR ?0AA|([A-Z][0-9]{1,2}|[A-Z][A-HJ-Y][0-9]{1,2}|[A-Z][0-9][A-Z]|[A-Z][A-HJ-Y][0-9][A-Z]) ?[0-9][ABD-HJLNP-UW-Z]{2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex GreatBritain();

    [GeneratedRegex("^[0-9]{5}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FiveDigits();

    [GeneratedRegex("^[0-9]{6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SixDigits();
}
