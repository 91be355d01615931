using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Backend.Customers;

/// <summary>
/// What the shop keeps of a customer, by the platform's id: a back office asks before it puts them on an order with
/// Create Authenticated Customer (docs/contract/backend.md#platform-customer).
/// </summary>
public sealed class GetPlatformCustomerEndpoint(ICustomerStore customers) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await customers.FindByPlatformId(call.ShopIdentifier, call.Route(BackendRoutes.PlatformId), call.Cancellation) is { } customer
            ? Reply.Of(new PlatformCustomerAnswer(PlatformCustomer.Of(customer)))
            : Problem.NotFound("The shop has no such customer.") with
            {
                Field = BackendRoutes.PlatformId,
            };
}

public sealed record PlatformCustomerAnswer(PlatformCustomer Customer);

/// <param name="Id">The customer's public id.</param>
/// <param name="DefaultAddress">One of the addresses; null when none is marked.</param>
public sealed record PlatformCustomer(
    string Id,
    string? PlatformId,
    string FirstName,
    string LastName,
    string Email,
    ImmutableArray<PlatformAddress> Addresses,
    PlatformAddress? DefaultAddress
)
{
    public static PlatformCustomer Of(CustomerRecord customer) =>
        new(
            customer.PublicId,
            customer.PlatformId,
            customer.FirstName,
            customer.LastName,
            customer.EmailAddress,
            [.. customer.SavedAddresses.Select(PlatformAddress.Of)],
            customer.SavedAddresses.FirstOrDefault(address => address.IsDefault) is { } preferred ? PlatformAddress.Of(preferred) : null
        );
}

/// <summary>An address in the words of this service, which are not those of orders.</summary>
public sealed record PlatformAddress(
    string? Id,
    string FirstName,
    string LastName,
    string Company,
    [property: JsonPropertyName("street_1")] string Street1,
    [property: JsonPropertyName("street_2")] string Street2,
    string City,
    string Province,
    string ProvinceCode,
    string Country,
    [property: JsonPropertyName("country_iso2")] string CountryIso2,
    string Zip,
    string Phone
)
{
    public static PlatformAddress Of(Address address) =>
        new(
            address.Id,
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
}
