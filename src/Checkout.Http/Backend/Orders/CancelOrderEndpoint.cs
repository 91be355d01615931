using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Settling;
using Checkout.Payments;

namespace Checkout.Http.Backend.Orders;

public sealed record CancelRequest(string? Reason);

/// <summary>Cancels an order and voids its holds; refused after a capture or fulfillment (docs/contract/backend.md#cancel).</summary>
public sealed class CancelOrderEndpoint(MoneyCalls money) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CancelRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Text("reason", body.Value.Reason, 1000);
        if (!fields.AreFine)
            return fields.Problems;
        var request = new MoneyRequest(MoneyOperationKind.Void) { CancelsOrder = true, Reason = body.Value.Reason };
        var answer = await money.Run(call.ShopIdentifier, call.OrderId, request, call.Cancellation);
        return Reply.Of(answer, canceled => StateOnly.Of(canceled.Order));
    }
}
