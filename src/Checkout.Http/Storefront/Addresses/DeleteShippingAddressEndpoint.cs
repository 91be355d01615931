using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Addresses;

public sealed class DeleteShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Delete(call, AddressKind.Shipping);
}
