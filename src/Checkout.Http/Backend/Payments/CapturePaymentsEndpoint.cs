using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Payments;

/// <summary>Charges an amount, payment by payment in their order.</summary>
public sealed class CapturePaymentsEndpoint(CaptureAnswers captures) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<CaptureAmountRequest>();
        return body.Succeeded ? await captures.AnswerAmount(call, body.Value, paymentId: null) : Answers.Refused(body.Problems);
    }
}
