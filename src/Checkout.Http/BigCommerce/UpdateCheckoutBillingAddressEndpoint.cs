using Checkout.Addresses;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce;

public sealed class UpdateCheckoutBillingAddressEndpoint(CheckoutAddresses addresses) : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        var id = call.Route(BigCommerceRoutes.AddressId);
        return addresses.Put(
            call,
            AddressKind.Billing,
            (order, shop, address, occasion, verdict) =>
                order.ClosedBecause is { } closed ? closed
                : SdkAddress.OfBilling(order)?.Id != id ? CheckoutAddresses.NoSuchAddress()
                : CheckoutAddresses.IsNamed(address, id) is { } refused ? refused
                : addresses.BillTo(order, shop, address with { Id = order.BillingAddress?.Id }, occasion, verdict)
        );
    }
}
