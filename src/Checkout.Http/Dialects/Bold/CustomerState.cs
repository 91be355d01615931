using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Http.Dialects.Bold;

/// <summary>A customer (docs/contract/shapes.md#customer).</summary>
public sealed record CustomerState
{
    public string? PlatformId { get; init; }
    public string? PublicId { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string EmailAddress { get; init; }
    public bool AcceptsMarketing { get; init; }
    public ImmutableArray<AddressState> SavedAddresses { get; init; } = [];

    public static CustomerState Of(Customer customer) =>
        new()
        {
            PlatformId = customer.PlatformId,
            PublicId = customer.PublicId,
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            EmailAddress = customer.EmailAddress,
            AcceptsMarketing = customer.AcceptsMarketing,
            SavedAddresses = [.. customer.SavedAddresses.Select(a => AddressState.Of(a) with { Default = a.IsDefault ? true : null })],
        };
}

/// <summary>An address (docs/contract/shapes.md#address).</summary>
public sealed record AddressState
{
    public string? Id { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }

    [JsonPropertyName("address_line_1")]
    public required string AddressLine1 { get; init; }

    [JsonPropertyName("address_line_2")]
    public required string AddressLine2 { get; init; }
    public required string City { get; init; }
    public required string Province { get; init; }
    public required string ProvinceCode { get; init; }
    public required string Country { get; init; }
    public required string CountryCode { get; init; }
    public required string PostalCode { get; init; }
    public required string BusinessName { get; init; }
    public required string PhoneNumber { get; init; }

    /// <summary>Only on a saved address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Default { get; init; }

    public static AddressState? OfNullable(Address? address) => address is null ? null : Of(address);

    public static AddressState Of(Address address) =>
        new()
        {
            Id = address.Id,
            FirstName = address.FirstName,
            LastName = address.LastName,
            AddressLine1 = address.AddressLine1,
            AddressLine2 = address.AddressLine2,
            City = address.City,
            Province = address.Province,
            ProvinceCode = address.ProvinceCode,
            Country = address.Country,
            CountryCode = address.CountryCode,
            PostalCode = address.PostalCode,
            BusinessName = address.BusinessName,
            PhoneNumber = address.PhoneNumber,
        };
}
