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
        CheckPostalCode(country);
        CheckProvince(country);
        CheckDestination(country);
        return problems.ToImmutable();

        void CheckPostalCode(Country country)
        {
            if (address.PostalCode.Length == 0 && country.NeedsPostalCode)
                Add("postal_code", "A postal code is required.");
            else if (address.PostalCode.Length > 0 && !PostalCodes.HasFormatOf(country.Code, address.PostalCode))
                Add("postal_code", $"The postal code does not have the format of {country.Name}.");
        }

        void CheckProvince(Country country)
        {
            if (!country.NeedsProvince)
                return;
            if (address.Province.Length == 0 && address.ProvinceCode.Length == 0)
                Add("province", $"A {country.ProvinceLabel.ToLowerInvariant()} is required.");
            else if (country.ProvinceByCode(address.ProvinceCode) is not { } province)
                Add("province", $"The {country.ProvinceLabel.ToLowerInvariant()} is not one of {country.Name}.");
            else if (country.ProvinceByName(address.Province) is { } named && !province.IsNamed(address.Province))
                Add("province", $"{named.Name} does not have the code {address.ProvinceCode}.");
        }

        void CheckDestination(Country country)
        {
            if (kind is AddressKind.Shipping && !Destinations.ShipsTo(shop, country))
                Refuse("country_code", $"The shop does not ship to {country.Name}.", "no_shipping_to_address");
            else if (kind is AddressKind.Shipping && !Destinations.ShipsTo(shop, country, address.ProvinceCode))
                Refuse("province", $"The shop does not ship to {address.Province}.", "no_shipping_to_address");
            else if (kind is AddressKind.Billing && !Destinations.BillsTo(shop, country))
                Add("country_code", $"The shop does not bill to {country.Name}.");
        }

        void Add(string field, string message) => problems.Add(Problem.Address(field, message) with { AddressType = Named(kind) });

        void Refuse(string field, string message, string subType) =>
            problems.Add(Problem.Address(field, message, subType) with { Severity = "critical", AddressType = Named(kind) });
    }

    private static string? Named(AddressKind? kind) =>
        kind switch
        {
            AddressKind.Shipping => "shipping",
            AddressKind.Billing => "billing",
            _ => null,
        };
}
