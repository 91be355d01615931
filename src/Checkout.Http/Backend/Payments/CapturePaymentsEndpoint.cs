using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Payments;

/// <summary>Charges an amount, payment by payment in their order.</summary>
public sealed class CapturePaymentsEndpoint(CaptureAnswers captures) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CaptureAmountRequest>();
        return body.Succeeded ? await captures.AnswerAmount(call, body.Value, paymentId: null) : body.Problems;
    }
}
