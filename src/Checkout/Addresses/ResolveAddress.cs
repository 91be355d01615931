namespace Checkout.Addresses;

/// <summary>Fills in what follows from the rest of an address: country and province each come by code or by name.</summary>
public static class ResolveAddress
{
    /// <summary>Trimmed, with code and name of country and province where one tells the other; else as it came.</summary>
    public static Address Of(Address address)
    {
        var trimmed = address with
        {
            FirstName = address.FirstName.Trim(),
            LastName = address.LastName.Trim(),
            AddressLine1 = address.AddressLine1.Trim(),
            AddressLine2 = address.AddressLine2.Trim(),
            City = address.City.Trim(),
            Province = address.Province.Trim(),
            ProvinceCode = address.ProvinceCode.Trim(),
            Country = address.Country.Trim(),
            CountryCode = address.CountryCode.Trim(),
            PostalCode = address.PostalCode.Trim(),
            BusinessName = address.BusinessName.Trim(),
            PhoneNumber = address.PhoneNumber.Trim(),
        };
        var country = trimmed.CountryCode.Length > 0 ? Countries.Find(trimmed.CountryCode) : Countries.FindByName(trimmed.Country);
        if (country is null)
            return trimmed;

        var resolved = trimmed with { CountryCode = country.Code, Country = Or(trimmed.Country, country.Name) };
        var province =
            trimmed.ProvinceCode.Length > 0 ? country.ProvinceByCode(trimmed.ProvinceCode)
            : trimmed.Province.Length > 0 ? country.ProvinceByName(trimmed.Province) ?? country.ProvinceByCode(trimmed.Province)
            : null;
        return province is null ? resolved : resolved with { ProvinceCode = province.Code, Province = NameOf(province, trimmed.Province) };
    }

    private static string NameOf(Province province, string given) =>
        given.Length == 0 || string.Equals(given, province.Code, StringComparison.OrdinalIgnoreCase) ? province.Name : given;

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;
}
