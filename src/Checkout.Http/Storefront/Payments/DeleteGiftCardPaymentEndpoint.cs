using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Takes a gift card off, by the id of its payment.</summary>
public sealed class DeleteGiftCardPaymentEndpoint(RemovePayment remove) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<GiftCardPaymentBody>()).Then(body => new Fields().Required("id", body.Id).Then(() => body.Id!));
        if (!read.Succeeded)
            return read.Problems;
        return Reply.Of(await remove.Run(call, read.Value, PaymentTypes.GiftCard), StateOnly.Of);
    }
}
