using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Addresses;

public sealed class GetBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Get(call, AddressKind.Billing);
}
