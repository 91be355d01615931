using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Http.Backend.Payments;

/// <summary>Returns an amount of one payment.</summary>
public sealed class RefundPaymentEndpoint(RefundAnswers refunds) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RefundAmountRequest>();
        return body.Succeeded ? await refunds.AnswerAmount(call, body.Value, call.Route(PaymentRoutes.PaymentId)) : body.Problems;
    }
}

/// <summary>What the three refund endpoints share. A refund that the gateway refused is a 422.</summary>
public sealed class RefundAnswers(MoneyCalls money)
{
    /// <summary>A refund in part needs an amount, or lines that say what it comes to: without either, everything would go back.</summary>
    public async Task<Reply> AnswerAmount(Call call, RefundAmountRequest request, string? paymentId)
    {
        var returned = (request.RefundOrderData ?? request.RefundMetaData)?.LineItems ?? [];
        var fields = returned.IsEmpty ? new Fields().Required("amount", request.Amount) : new Fields();
        return fields.AreFine
            ? await Answer(call, request, paymentId, RequestHash.Of(call, request), isForReturned: request.Amount is null)
            : fields.Problems;
    }

    public async Task<Reply> Answer(Call call, RefundAmountRequest request, string? paymentId, string bodyHash, bool isForReturned = false)
    {
        var order = request.RefundOrderData ?? request.RefundMetaData;
        var lines = order?.LineItems ?? [];
        var data = GatewayData.Of(order);
        var fields = new Fields()
            .Range("amount", request.Amount, 1, long.MaxValue)
            .Text("reason", request.Reason, 1000)
            .Text("idempotent_key", request.IdempotentKey)
            .Check(
                lines.All(l => !string.IsNullOrEmpty(l.LineItemKey) && l.Quantity is > 0),
                "line_items",
                "refund_order_data.line_items need a line_item_key and a quantity above 0."
            )
            .Text("refund_order_data", data, GatewayData.Longest);
        if (!fields.AreFine)
            return fields.Problems;
        var refund = new MoneyRequest(MoneyOperationKind.Refund)
        {
            Amount = request.Amount,
            IsForReturned = isForReturned,
            Data = data,
            PaymentId = paymentId,
            Reason = request.Reason,
            NotifyByEmail = request.EmailNotification ?? false,
            Returned = [.. lines.Select(l => new ReturnedLine(l.LineItemKey!, l.Quantity!.Value))],
            IdempotentKey = string.IsNullOrEmpty(request.IdempotentKey) ? null : request.IdempotentKey,
            BodyHash = bodyHash,
        };
        var answer = await money.Run(call.ShopIdentifier, call.OrderId, refund, call.Cancellation);
        if (!answer.Succeeded)
            return answer.Problems;
        var refused = answer
            .Value.Operation.Movements(answer.Value.Order)
            .Where(m => m.Transaction.Status is TransactionStatus.Failed)
            .Select(m => Problem.Order("payment", m.Transaction.FailureMessage ?? "The refund was refused.", "refund"))
            .ToImmutableArray();
        return refused.IsEmpty ? Reply.Of(RefundData.Of(answer.Value)) : Reply.Refused(refused, RefundData.Of(answer.Value));
    }
}
