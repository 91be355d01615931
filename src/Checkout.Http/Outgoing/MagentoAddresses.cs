using System.Text.Json.Nodes;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Http.Outgoing;

/// <summary>
/// The addresses of an order as the carts of Magento 1 and 2 take them. Magento drops both where there is no billing address, so the
/// shipping address takes its place until there is one.
/// </summary>
internal static class MagentoAddresses
{
    public static JsonObject Of(Order order)
    {
        var email = order.Customer?.EmailAddress ?? "";
        return new JsonObject
        {
            ["billing_address"] = Of(order.BillingAddress ?? order.ShippingAddress, email),
            ["shipping_address"] = Of(order.ShippingAddress, email),
        };
    }

    private static JsonObject? Of(Address? address, string email) =>
        address is null
            ? null
            : new JsonObject
            {
                ["email"] = email,
                ["firstname"] = address.FirstName,
                ["lastname"] = address.LastName,
                ["company"] = address.BusinessName,
                ["street"] = new JsonArray(
                    address.AddressLine2.Length > 0 ? [address.AddressLine1, address.AddressLine2] : [address.AddressLine1]
                ),
                ["city"] = address.City,
                ["region"] = address.Province,
                ["region_code"] = address.ProvinceCode,
                ["postcode"] = address.PostalCode,
                ["country_id"] = address.CountryCode,
                ["telephone"] = address.PhoneNumber,
                ["same_as_billing"] = 0,
            };
}
