using Checkout.Addresses;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Addresses;

public sealed class UpdateBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Update(call, AddressKind.Billing);
}
