using System.Collections.Immutable;
using Checkout.Viewing;

namespace Checkout.Http.Administration.Customers;

/// <summary>A customer as a row of cells, with the default address, or the first.</summary>
internal static class CustomerExport
{
    public static readonly ImmutableArray<string> Columns =
    [
        "id",
        "platform_id",
        "first_name",
        "last_name",
        "email_address",
        "accepts_marketing",
        "created_at",
        "address_line_1",
        "address_line_2",
        "city",
        "province",
        "province_code",
        "country",
        "country_code",
        "postal_code",
        "business_name",
        "phone_number",
    ];

    public static ImmutableArray<Cell> Row(ListedCustomer customer)
    {
        var address = customer.SavedAddresses.FirstOrDefault(a => a.Default is true) ?? customer.SavedAddresses.FirstOrDefault();
        return
        [
            customer.Id,
            customer.PlatformId,
            customer.FirstName,
            customer.LastName,
            customer.EmailAddress,
            customer.AcceptsMarketing ? "true" : "false",
            Cell.Of(customer.CreatedAt),
            address?.AddressLine1,
            address?.AddressLine2,
            address?.City,
            address?.Province,
            address?.ProvinceCode,
            address?.Country,
            address?.CountryCode,
            address?.PostalCode,
            address?.BusinessName,
            address?.PhoneNumber,
        ];
    }
}
