using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.PaymentFrame;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>The payment methods of a checkout, with forms that open for a while.</summary>
public sealed class PaymentForms(JwtIssuer jwts)
{
    public async Task<IReadOnlyList<CurrentPaymentMethod>> Of(Call call, Order order)
    {
        var jwt = await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, call.Cancellation);
        return
        [
            .. PaymentMethod
                .Gateways(call.Shop)
                .Select(gateway => CurrentPaymentMethod.Of(gateway, PaymentPage.Address(call.Http.Request, order, jwt, gateway))),
        ];
    }
}
