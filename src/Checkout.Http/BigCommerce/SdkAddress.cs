using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>An address in the names of today's API, in and out.</summary>
public sealed record SdkAddress
{
    /// <summary>Of the billing address while the order knows nothing of its payer but the name.</summary>
    private const string FirstId = "1";

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Email { get; init; }
    public string? Company { get; init; }
    public string? Address1 { get; init; }
    public string? Address2 { get; init; }
    public string? City { get; init; }
    public string? StateOrProvince { get; init; }
    public string? StateOrProvinceCode { get; init; }
    public string? Country { get; init; }
    public string? CountryCode { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PostalCode { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Phone { get; init; }
    public ImmutableArray<CustomField>? CustomFields { get; init; }

    /// <summary>Guests say who they are before they say where they live.</summary>
    [JsonIgnore]
    public bool IsOfGuestOnly =>
        !string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(CountryCode) && string.IsNullOrWhiteSpace(Country);

    public ShopperAddress ToShopperAddress() =>
        new()
        {
            Id = Id,
            FirstName = FirstName,
            LastName = LastName,
            Email = Email,
            Company = Company,
            Street1 = Address1,
            Street2 = Address2,
            City = City,
            Region = StateOrProvinceCode is { Length: > 0 } code ? code : StateOrProvince,
            Country = CountryCode is { Length: > 0 } country ? country : Country,
            PostalCode = PostalCode,
            Phone = Phone,
            CustomFields = CustomFields,
        };

    internal static SdkAddress Of(Address address, string? email) =>
        new()
        {
            Id = address.Id is { Length: > 0 } id ? id : FirstId,
            FirstName = address.FirstName,
            LastName = address.LastName,
            Email = address.Email.Length > 0 ? address.Email : email ?? "",
            Company = address.BusinessName,
            Address1 = address.AddressLine1,
            Address2 = address.AddressLine2,
            City = address.City,
            StateOrProvince = address.Province,
            StateOrProvinceCode = address.ProvinceCode,
            Country = address.Country,
            CountryCode = address.CountryCode,
            PostalCode = address.PostalCode,
            Phone = address.PhoneNumber,
            CustomFields = [.. address.CustomFields.Select(f => new CustomField(f.Id, f.Value))],
        };

    /// <summary>Null until someone is known to pay.</summary>
    internal static SdkAddress? OfBilling(Order order) =>
        order.BillingAddress is { } address ? Of(address, order.Customer?.EmailAddress)
        : order.Customer is { } customer
            ? Of(new Address { FirstName = customer.FirstName, LastName = customer.LastName }, customer.EmailAddress)
        : null;
}
