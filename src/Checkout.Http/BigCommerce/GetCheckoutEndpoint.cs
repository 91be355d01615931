using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>Today's API may want the shipping options with it, which an override of the shop's is asked for.</summary>
public sealed class GetCheckoutEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = SdkApi.WantsShippingOptions(call)
            ? await checkouts.Change(
                call,
                null,
                (order, shop, _, cancellation) =>
                    order.ClosedBecause is null ? offer.To(order, shop, cancellation) : ValueTask.FromResult<Result<Order>>(order)
            )
            : await checkouts.Read(call);
        return !order.Succeeded || SdkApi.IsAskedFor(call)
            ? await checkouts.Answer(call, order)
            : Reply.Of(new CheckoutAnswer(await checkouts.Body(call, order.Value), Meta.Of(order.Value)));
    }
}
