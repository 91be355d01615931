using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Journeys.Settling;
using Checkout.Payments;

namespace Checkout.Http.BigCommerce.Carts;

/// <summary>Gives a cart up: the order is canceled, what was held goes back, and the cookie signs in to nothing any more.</summary>
public sealed class DeleteCartEndpoint(MoneyCalls money, Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await checkouts.Read(call);
        if (!order.Succeeded)
            return order.Problems;
        if (order.Value.IsFinal)
            return Problem.Processed();
        var request = new MoneyRequest(MoneyOperationKind.Void)
        {
            CancelsOrder = true,
            Reason = "The shopper gave the cart up.",
            Actor = call.Actor,
        };
        var canceled = await money.Run(call.ShopIdentifier, call.OrderId, request, call.Cancellation);
        if (!canceled.Succeeded)
            return canceled.Problems;
        SessionCookie.Clear(call.Http);
        return Reply.NoContent;
    }
}
