using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Payments;

/// <summary>Returns an amount, capture by capture in their order; without an amount, what the lines cost that come back.</summary>
public sealed class RefundPaymentsEndpoint(RefundAnswers refunds) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RefundAmountRequest>();
        return body.Succeeded ? await refunds.AnswerAmount(call, body.Value, paymentId: null) : body.Problems;
    }
}
