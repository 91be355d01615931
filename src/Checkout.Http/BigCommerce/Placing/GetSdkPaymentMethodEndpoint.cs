using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>One of the shop's gateways for the visitor's checkout.</summary>
public sealed class GetSdkPaymentMethodEndpoint(Checkouts checkouts, PaymentForms forms) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var named = SessionCheckout.Of(call, call.Parameter("cartId"));
        if (!named.Succeeded)
            return named.Problems;
        var order = await checkouts.Read(named.Value);
        if (!order.Succeeded)
            return order.Problems;
        var id = call.Route(BigCommerceRoutes.MethodId);
        return (await forms.Of(named.Value, order.Value)).FirstOrDefault(method => method.Id == id) is { } method
            ? Reply.Of(method)
            : Problem.NotFound("There is no such payment method.") with
            {
                Field = "methodId",
            };
    }
}
