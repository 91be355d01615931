using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Payments;

/// <summary>Charges what is left of the order's total.</summary>
public sealed class CaptureFullEndpoint(CaptureAnswers captures) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CaptureRequest>();
        return body.Succeeded
            ? await captures.Answer(
                call,
                amount: null,
                paymentId: null,
                body.Value.Reauth,
                body.Value.IdempotentKey,
                RequestHash.Of(call, body.Value),
                GatewayData.Of(body.Value.CaptureData)
            )
            : body.Problems;
    }
}
