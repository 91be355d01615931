using Checkout.Addresses;
using Checkout.Shops;

namespace Checkout.Mail.Letters;

/// <summary>Addresses as templates read them: a row for each line that is there.</summary>
internal static class LetterAddress
{
    public static List<object?> Rows(Address? address) =>
        address is null
            ? []
            : Filled(
                address.PersonName,
                address.BusinessName,
                address.AddressLine1,
                address.AddressLine2,
                $"{address.PostalCode} {address.City}",
                address.Province,
                address.Country.Length > 0 ? address.Country : address.CountryCode
            );

    public static List<object?> Rows(ShopAddress address) =>
        Filled(address.Line1, address.Line2, $"{address.PostalCode} {address.City}", address.Province, address.Country);

    private static List<object?> Filled(params ReadOnlySpan<string> rows)
    {
        var filled = new List<object?>();
        foreach (var row in rows)
            if (row.Trim() is { Length: > 0 } text)
                filled.Add(text);
        return filled;
    }
}
