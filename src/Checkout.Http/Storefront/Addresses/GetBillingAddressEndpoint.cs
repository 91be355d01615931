using Checkout.Addresses;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Addresses;

public sealed class GetBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Get(call, AddressKind.Billing);
}
