using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Addresses;

public sealed class UpdateShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Update(call, AddressKind.Shipping);
}
