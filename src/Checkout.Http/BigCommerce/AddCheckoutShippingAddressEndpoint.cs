using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce;

/// <summary>The first becomes the order's own; those that follow are further ones, for consignments.</summary>
public sealed class AddCheckoutShippingAddressEndpoint(CheckoutAddresses addresses) : ISlice
{
    public Task<Reply> Handle(Call call) =>
        addresses.Put(
            call,
            AddressKind.Shipping,
            (order, shop, address, occasion, verdict) => ShippingAddresses.Add(order, shop, address, occasion, verdict)
        );
}
