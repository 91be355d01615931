using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Payments;

/// <summary>Charges what is left of the order's total.</summary>
public sealed class CaptureFullEndpoint(CaptureAnswers captures) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<CaptureRequest>();
        return body.Succeeded
            ? await captures.Answer(call, amount: null, paymentId: null, body.Value.Reauth, body.Value.IdempotentKey, RequestHash.Of(call, body.Value))
            : Answers.Refused(body.Problems);
    }
}
