using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Takes the payment with that token off; one that holds money is voided first.</summary>
public sealed class DeletePaymentEndpoint(RemovePayment remove) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.CheckKnown);
        if (!read.Succeeded)
            return read.Problems;
        return Reply.Of(await remove.Run(call, read.Value.Token!), PaymentsAnswer.Of);
    }
}
