using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Storefront.Addresses;

/// <summary>
/// Checks an address and changes nothing (docs/contract/storefront.md#validate-address). The public page documents a
/// body on GET, the published client sends a query: both are read, the query first.
/// </summary>
public sealed class ValidateAddressEndpoint(ShopperOrder orders, CheckAddress check) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = call.Query.Count > 0 ? FromQuery(call) : await call.Read<AddressBody>();
        var address = body.Then(AddressSlices.Check);
        if (!address.Succeeded)
            return address.Problems;
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return order.Problems;
        var problems = await check.Of(order.Value, call.Shop, ResolveAddress.Of(address.Value), null, call.Cancellation);
        return problems.IsEmpty ? Reply.Of(NothingToSay.List) : problems;
    }

    private static Result<AddressBody> FromQuery(Call call) =>
        new AddressBody
        {
            FirstName = call.Parameter("first_name"),
            LastName = call.Parameter("last_name"),
            AddressLine1 = call.Parameter("address_line_1"),
            AddressLine2 = call.Parameter("address_line_2"),
            City = call.Parameter("city"),
            Province = call.Parameter("province"),
            ProvinceCode = call.Parameter("province_code"),
            Country = call.Parameter("country"),
            CountryCode = call.Parameter("country_code"),
            PostalCode = call.Parameter("postal_code"),
            BusinessName = call.Parameter("business_name"),
            PhoneNumber = call.Parameter("phone_number"),
        };
}
