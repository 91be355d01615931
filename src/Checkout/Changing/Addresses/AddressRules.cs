using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Shops;

namespace Checkout.Changing.Addresses;

/// <summary>
/// What an address must have (docs/contract/storefront.md#address-rules). The address is already resolved (<see cref="ResolveAddress"/>).
/// </summary>
public static class AddressRules
{
    /// <param name="kind">Null checks the address alone, whatever it will be used for.</param>
    public static ImmutableArray<Problem> Check(Address address, Shop shop, AddressKind? kind = null)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (shop.Checkout.PhoneNumberRequired && address.PhoneNumber.Length == 0)
            Add("phone_number", "A phone number is required.");
        if (shop.Checkout.BusinessNameRequired && address.BusinessName.Length == 0)
            Add("business_name", "A business name is required.");
        if (Countries.Find(address.CountryCode) is not { } country)
        {
            Add("country_code", address.CountryCode.Length == 0 ? "A country is required." : "The country code is not one of ISO 3166-1.");
            return problems.ToImmutable();
        }

        if (address.PhoneNumber.Length > 0 && !PhoneNumberRule.Holds(address.PhoneNumber, country.Code))
            Add("phone_number", "The phone number is not valid.");
        problems.AddRange(PostalCode(address, country, kind));
        problems.AddRange(Province(address, country, kind));
        problems.AddRange(Destination(address, country, shop, kind));
        return problems.ToImmutable();

        void Add(string field, string message) => problems.Add(Wrong(field, message, kind));
    }

    private static IEnumerable<Problem> PostalCode(Address address, Country country, AddressKind? kind)
    {
        if (address.PostalCode.Length == 0 && country.NeedsPostalCode)
            yield return Wrong("postal_code", "A postal code is required.", kind);
        else if (address.PostalCode.Length > 0 && !PostalCodes.HasFormatOf(country.Code, address.PostalCode))
            yield return Wrong("postal_code", $"The postal code does not have the format of {country.Name}.", kind);
    }

    private static IEnumerable<Problem> Province(Address address, Country country, AddressKind? kind)
    {
        if (!country.NeedsProvince)
            yield break;
        if (address.Province.Length == 0 && address.ProvinceCode.Length == 0)
            yield return Wrong("province", $"A {country.ProvinceLabel.ToLowerInvariant()} is required.", kind);
        else if (country.ProvinceByCode(address.ProvinceCode) is not { } province)
            yield return Wrong("province", $"The {country.ProvinceLabel.ToLowerInvariant()} is not one of {country.Name}.", kind);
        else if (country.ProvinceByName(address.Province) is { } named && !province.IsNamed(address.Province))
            yield return Wrong("province", $"{named.Name} does not have the code {address.ProvinceCode}.", kind);
    }

    private static IEnumerable<Problem> Destination(Address address, Country country, Shop shop, AddressKind? kind)
    {
        if (kind is AddressKind.Shipping && !ServedCountries.ShipsTo(shop, country))
            yield return NotShippedTo("country_code", country.Name);
        else if (kind is AddressKind.Shipping && !ServedCountries.ShipsTo(shop, country, address.ProvinceCode))
            yield return NotShippedTo("province", address.Province);
        else if (kind is AddressKind.Billing && !ServedCountries.BillsTo(shop, country))
            yield return Wrong("country_code", $"The shop does not bill to {country.Name}.", kind);
    }

    private static Problem Wrong(string field, string message, AddressKind? kind) =>
        Problem.Address(field, message) with
        {
            AddressType = Named(kind),
        };

    private static Problem NotShippedTo(string field, string place) =>
        Problem.Address(field, $"The shop does not ship to {place}.", "no_shipping_to_address") with
        {
            Severity = "critical",
            AddressType = Named(AddressKind.Shipping),
        };

    private static string? Named(AddressKind? kind) =>
        kind switch
        {
            AddressKind.Shipping => "shipping",
            AddressKind.Billing => "billing",
            _ => null,
        };
}
