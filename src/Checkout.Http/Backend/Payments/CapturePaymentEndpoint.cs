using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Journeys.Settling;
using Checkout.Payments;

namespace Checkout.Http.Backend.Payments;

/// <summary>Authorizes and charges one payment that awaits authorization.</summary>
public sealed class CapturePaymentEndpoint(CaptureAnswers captures) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CaptureAmountRequest>();
        return body.Succeeded ? await captures.AnswerAmount(call, body.Value, call.Route(PaymentRoutes.PaymentId)) : body.Problems;
    }
}

/// <summary>What the three capture endpoints share: the money call and its answer. A capture that the gateway refused is a 422.</summary>
public sealed class CaptureAnswers(MoneyCalls money)
{
    public async Task<Reply> AnswerAmount(Call call, CaptureAmountRequest request, string? paymentId)
    {
        var fields = new Fields().Required("amount", request.Amount).Range("amount", request.Amount, 1, long.MaxValue);
        return fields.AreFine
            ? await Answer(
                call,
                request.Amount,
                paymentId,
                request.Reauth,
                request.IdempotentKey,
                RequestHash.Of(call, request),
                GatewayData.Of(request.CaptureData)
            )
            : fields.Problems;
    }

    /// <param name="reauth">True when absent (docs/contract/payments.md#capture).</param>
    public async Task<Reply> Answer(Call call, long? amount, string? paymentId, bool? reauth, string? key, string bodyHash, string? data)
    {
        var fields = new Fields().Text("idempotent_key", key).Text("capture_data", data, GatewayData.Longest);
        if (!fields.AreFine)
            return fields.Problems;
        var request = new MoneyRequest(MoneyOperationKind.Capture)
        {
            Amount = amount,
            PaymentId = paymentId,
            Data = data,
            Reauthorize = reauth ?? true,
            IdempotentKey = string.IsNullOrEmpty(key) ? null : key,
            BodyHash = bodyHash,
        };
        var answer = await money.Run(call.ShopIdentifier, call.OrderId, request, call.Cancellation);
        if (!answer.Succeeded)
            return answer.Problems;
        var refused = CapturePayments.Refused(answer.Value.Order, answer.Value.Operation).ToImmutableArray();
        return refused.IsEmpty ? Reply.Of(CaptureData.Of(answer.Value)) : Reply.Refused(refused, CaptureData.Of(answer.Value));
    }
}
