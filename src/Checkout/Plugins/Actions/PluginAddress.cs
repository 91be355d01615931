using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>An address in the field names of plugins (docs/contract/plugins.md#plugin-address).</summary>
/// <param name="Address">The first line.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
public sealed record PluginAddress(
    string FirstName = "",
    string LastName = "",
    string Company = "",
    string Address = "",
    [property: JsonPropertyName("address2")] string Address2 = "",
    string City = "",
    string Province = "",
    string ProvinceCode = "",
    string Country = "",
    [property: Needed(PluginAddress.NoCountry), Matches(PluginAddress.NoCountry, "^[A-Za-z]{2}$")] string CountryCode = "",
    string PostalCode = "",
    string Phone = ""
)
{
    private const string NoCountry = "The country code is not one of ISO 3166-1 alpha-2.";

    public static PluginAddress Of(Address? address) =>
        address is null
            ? new PluginAddress()
            : new PluginAddress(
                address.FirstName,
                address.LastName,
                address.BusinessName,
                address.AddressLine1,
                address.AddressLine2,
                address.City,
                address.Province,
                address.ProvinceCode,
                address.Country,
                address.CountryCode,
                address.PostalCode,
                address.PhoneNumber
            );

    /// <summary>The store's own address, for a shopper who picks up there.</summary>
    public static Address OfStore(Shop shop, Address? shopper) =>
        new()
        {
            FirstName = shopper?.FirstName ?? "",
            LastName = shopper?.LastName ?? "",
            PhoneNumber = shopper?.PhoneNumber ?? "",
            BusinessName = shop.Name,
            AddressLine1 = shop.Address.Line1,
            AddressLine2 = shop.Address.Line2,
            City = shop.Address.City,
            Province = shop.Address.Province,
            ProvinceCode = shop.Address.ProvinceCode,
            Country = shop.Address.Country,
            CountryCode = shop.Address.CountryCode,
            PostalCode = shop.Address.PostalCode,
        };

    public Address Read() =>
        new()
        {
            FirstName = FirstName,
            LastName = LastName,
            BusinessName = Company,
            AddressLine1 = Address,
            AddressLine2 = Address2,
            City = City,
            Province = Province,
            ProvinceCode = ProvinceCode,
            Country = Country,
            CountryCode = CountryCode.ToUpperInvariant(),
            PostalCode = PostalCode,
            PhoneNumber = Phone,
        };
}
