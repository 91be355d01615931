using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Addresses;

/// <summary>A postal address (docs/contract/shapes.md#address). An empty field is an empty string.</summary>
public sealed record Address
{
    public string? Id { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";

    /// <summary>First and last name; empty when neither is known.</summary>
    [JsonIgnore]
    public string PersonName => $"{FirstName} {LastName}".Trim();
    public string AddressLine1 { get; init; } = "";
    public string AddressLine2 { get; init; } = "";
    public string City { get; init; } = "";
    public string Province { get; init; } = "";

    /// <summary>ISO 3166-2 code without the country prefix, such as MB.</summary>
    public string ProvinceCode { get; init; } = "";
    public string Country { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; init; } = "";
    public string PostalCode { get; init; } = "";
    public string BusinessName { get; init; } = "";
    public string PhoneNumber { get; init; } = "";

    /// <summary>Of the addressee, where the client gave one with the address; the customer's own is on the customer.</summary>
    public string Email { get; init; } = "";

    /// <summary>Fields of the merchant's own.</summary>
    public ImmutableArray<AddressField> CustomFields { get; init; } = [];

    /// <summary>True on the default one among a customer's saved addresses.</summary>
    public bool IsDefault { get; init; }
}
