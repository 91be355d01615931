using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Completing;
using Checkout.Orders;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.SimpleOrders;

public sealed record SimpleOrderStateRequest
{
    public string? State { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformOrderId { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformFriendlyId { get; init; }
}

/// <summary>Notes that the platform has the order: what <c>complete</c> does, with the platform's number beside its id.</summary>
public sealed class SetSimpleOrderStateEndpoint(CompleteOrder order) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<SimpleOrderStateRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields()
            .Required("state", body.Value.State)
            .OneOf("state", body.Value.State, SimpleOrderState.Complete)
            .Required("platform_order_id", body.Value.PlatformOrderId)
            .Text("platform_friendly_id", body.Value.PlatformFriendlyId);
        if (!fields.AreFine)
            return fields.Problems;
        var completed = await order.Run(
            call.ShopIdentifier,
            call.OrderId,
            new PlatformNumbers(body.Value.PlatformOrderId!, body.Value.PlatformFriendlyId),
            call.Actor,
            call.Cancellation
        );
        return completed is { Succeeded: true, Value.Refused.IsEmpty: false }
            ? Reply.Refused(completed.Value.Refused, StateOnly.Of(completed.Value.Order))
            : Reply.Of(completed, done => SimpleOrderState.Of(done.Order)) with
            {
                Status = completed.Succeeded ? StatusCodes.Status201Created : null,
            };
    }
}
