using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Addresses;

public sealed class DeleteBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Delete(call, AddressKind.Billing);
}
