using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Payments;

/// <summary>Returns all captured money and restocks.</summary>
public sealed class RefundFullEndpoint(RefundAnswers refunds) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RefundRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var r = body.Value;
        var amount = new RefundAmountRequest
        {
            Reason = r.Reason,
            EmailNotification = r.EmailNotification,
            RefundOrderData = r.RefundOrderData ?? r.RefundMetaData,
            IdempotentKey = r.IdempotentKey,
        };
        return await refunds.Answer(call, amount, paymentId: null, RequestHash.Of(call, r));
    }
}
