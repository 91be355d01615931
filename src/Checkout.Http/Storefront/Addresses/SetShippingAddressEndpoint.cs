using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Addresses;

public sealed class SetShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Set(call, AddressKind.Shipping);
}
