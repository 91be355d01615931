using System.Collections.Immutable;
using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>The shop's gateways for the visitor's checkout, each with the address of its form.</summary>
public sealed class ListSdkPaymentMethodsEndpoint(Checkouts checkouts, PaymentForms forms) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var named = SessionCheckout.Of(call, call.Parameter("cartId"));
        if (!named.Succeeded)
            return named.Problems;
        var order = await checkouts.Read(named.Value);
        return order.Succeeded ? Reply.Of<ImmutableArray<SdkPaymentMethod>>([.. await forms.Of(named.Value, order.Value)]) : order.Problems;
    }
}
