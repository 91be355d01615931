using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>What can be chosen for what goes to an address; nothing where nothing goes there.</summary>
public sealed class ListShippingOptionsEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var listed = await checkouts.Change(
            call,
            null,
            (order, shop, occasion, cancellation) =>
                !ShippingOptionsAnswer.Knows(call, order) ? ValueTask.FromResult<Result<Order>>(CheckoutAddresses.NoSuchAddress())
                : order.ClosedBecause is null ? offer.To(order, shop, cancellation)
                : ValueTask.FromResult<Result<Order>>(order)
        );
        return ShippingOptionsAnswer.Answer(call, listed);
    }
}
