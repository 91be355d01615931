using Checkout.Addresses;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Addresses;

public sealed class SetBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Set(call, AddressKind.Billing);
}
