using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Completing;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

public sealed record CompleteRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? PlatformOrderId);

/// <summary>Notes that the platform has the order; the same id again changes nothing.</summary>
public sealed class CompleteOrderEndpoint(CompleteOrder order) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CompleteRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Required("platform_order_id", body.Value.PlatformOrderId);
        if (!fields.AreFine)
            return fields.Problems;
        var completed = await order.Run(
            call.ShopIdentifier,
            call.OrderId,
            new PlatformNumbers(body.Value.PlatformOrderId!),
            call.Actor,
            call.Cancellation
        );
        return completed is { Succeeded: true, Value.Refused.IsEmpty: false }
            ? Reply.Refused(completed.Value.Refused, StateOnly.Of(completed.Value.Order))
            : Reply.Of(completed, done => StateOnly.Of(done.Order));
    }
}
