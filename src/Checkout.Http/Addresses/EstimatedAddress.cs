using Checkout.Addresses;
using Checkout.Http.Contracts;

namespace Checkout.Http.Addresses;

/// <summary>An address that is only asked about: it needs to say where, not who.</summary>
internal static class EstimatedAddress
{
    public static async Task<Result<Address>> Read(Call call)
    {
        var read = await call.Read<AddressBody>();
        return read.Then(body => AddressBody.Check(new Fields(), "", body).Then(() => ResolveAddress.Of(body.ToAddress()))).Then(address =>
            Countries.Find(address.CountryCode) is null
                ? Problem.Address("country_code", "The country code is missing or not one of ISO 3166-1.")
                : (Result<Address>)address);
    }
}
