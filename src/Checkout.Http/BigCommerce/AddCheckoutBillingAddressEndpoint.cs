using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

public sealed class AddCheckoutBillingAddressEndpoint(CheckoutAddresses addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Put(call, AddressKind.Billing, addresses.BillTo);
}
