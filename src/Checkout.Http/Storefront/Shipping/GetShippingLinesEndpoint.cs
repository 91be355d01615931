using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Storefront.Shipping;

/// <summary>
/// The lines that can be chosen. The shop's own are on the order already, so this is a read; an override is asked again,
/// and what it answers is put on the order.
/// </summary>
public sealed class GetShippingLinesEndpoint(ShopperOrder orders, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var listed = await orders.Change(
            call,
            null,
            (order, shop, occasion, cancellation) =>
                order.ClosedBecause is null ? offer.To(order, shop, cancellation) : ValueTask.FromResult<Result<Order>>(order)
        );
        return Reply.Of(listed, ShippingLinesAnswer.Of);
    }
}
