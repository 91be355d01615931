using Checkout.Http.Frame;
using Checkout.Payments;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Changes the amount of the payment with that token.</summary>
public sealed class UpdatePaymentEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.CheckKnown);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            (order, _, occasion) => AddPayment.Update(order, read.Value.Token!, read.Value.Amount, occasion)
        );
        return Reply.Of(changed, order => PaymentAnswer.Of(order, read.Value.Token!));
    }
}
