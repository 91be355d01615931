using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce;

public sealed class AddCheckoutBillingAddressEndpoint(CheckoutAddresses addresses) : ISlice
{
    public Task<Reply> Handle(Call call) => addresses.Put(call, AddressKind.Billing, addresses.BillTo);
}
