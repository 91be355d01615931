using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Dialects.Bold;

/// <summary>An address as clients send it (docs/contract/shapes.md#address); a field left out is blank.</summary>
public sealed record AddressBody
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; init; }

    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; init; }
    public string? City { get; init; }
    public string? Province { get; init; }
    public string? ProvinceCode { get; init; }
    public string? Country { get; init; }
    public string? CountryCode { get; init; }
    public string? PostalCode { get; init; }
    public string? BusinessName { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PhoneNumber { get; init; }

    /// <summary>Marks the default one of saved addresses.</summary>
    public bool? Default { get; init; }

    /// <summary>What is too long in it; what an address must hold is the domain's to say.</summary>
    public static Fields Check(Fields fields, string path, AddressBody? body) =>
        body is null
            ? fields
            : fields
                .Text(path + "id", body.Id)
                .Text(path + "first_name", body.FirstName)
                .Text(path + "last_name", body.LastName)
                .Text(path + "address_line_1", body.AddressLine1)
                .Text(path + "address_line_2", body.AddressLine2)
                .Text(path + "city", body.City)
                .Text(path + "province", body.Province)
                .Text(path + "province_code", body.ProvinceCode)
                .Text(path + "country", body.Country)
                .Text(path + "country_code", body.CountryCode)
                .Text(path + "postal_code", body.PostalCode)
                .Text(path + "business_name", body.BusinessName)
                .Text(path + "phone_number", body.PhoneNumber);

    /// <summary>The address; null when the body says nothing of one, or that in empty texts.</summary>
    internal Address? ToAddressOrNone() =>
        ToAddress() is var address && address with { Id = null, IsDefault = false } == new Address() ? null : address;

    public Address ToAddress() =>
        new()
        {
            Id = Id,
            FirstName = Text(FirstName),
            LastName = Text(LastName),
            AddressLine1 = Text(AddressLine1),
            AddressLine2 = Text(AddressLine2),
            City = Text(City),
            Province = Text(Province),
            ProvinceCode = Text(ProvinceCode).ToUpperInvariant(),
            Country = Text(Country),
            CountryCode = Text(CountryCode).ToUpperInvariant(),
            PostalCode = Text(PostalCode),
            BusinessName = Text(BusinessName),
            PhoneNumber = Text(PhoneNumber),
            IsDefault = Default is true,
        };

    private static string Text(string? value) => value?.Trim() ?? "";
}
