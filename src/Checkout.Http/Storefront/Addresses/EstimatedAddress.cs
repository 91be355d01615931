using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Storefront.Addresses;

/// <summary>An order and an address that is only asked about: it needs to say where, not who.</summary>
internal sealed record EstimatedAddress(Order Order, Address Address)
{
    public static async Task<Result<EstimatedAddress>> Read(Call call, ShopperOrder orders)
    {
        var read = await call.Read<AddressBody>();
        var address = read.Then(body => AddressBody.Check(new Fields(), "", body).Then(() => ResolveAddress.Of(body.ToAddress())))
            .Then(resolved =>
                Countries.Find(resolved.CountryCode) is null
                    ? Problem.Address("country_code", "The country code is missing or not one of ISO 3166-1.")
                    : (Result<Address>)resolved
            );
        return address.Succeeded
            ? (await orders.Read(call)).Map(order => new EstimatedAddress(order, address.Value))
            : address.Cast<EstimatedAddress>();
    }
}
