using Checkout.Http.Frame;
using Checkout.Http.PaymentFrame;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>The payment methods of a checkout, with forms that open as long as the JWT in their address lasts.</summary>
public sealed class PaymentForms(ShopperTokens tokens)
{
    public async Task<IReadOnlyList<SdkPaymentMethod>> Of(Call call, Order order)
    {
        var jwt = await tokens.Of(call, order);
        return
        [
            .. PaymentMethod
                .Gateways(call.Shop)
                .Select(gateway => SdkPaymentMethod.Of(gateway, PaymentPage.Address(call.Http.Request, order, jwt, gateway))),
        ];
    }
}
