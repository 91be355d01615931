using Checkout.Http.Dialects;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Takes a gift card off, by the id of its payment.</summary>
public sealed class DeleteGiftCardPaymentEndpoint(RemovePayment remove) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<GiftCardPaymentBody>()).Then(body => new Fields().Required("id", body.Id).Then(() => body.Id!));
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        return Answers.Of(await remove.Run(call, read.Value, PaymentTypes.GiftCard), StateOnly.Of);
    }
}
