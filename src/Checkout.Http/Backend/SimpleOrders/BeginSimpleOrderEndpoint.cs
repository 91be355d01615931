using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>
/// Starts an order whose cart the platform keeps (docs/contract/backend.md#simple-orders). Two storage transactions: the order and its
/// lookup row; a customer the shop may know costs a third.
/// </summary>
public sealed class BeginSimpleOrderEndpoint(BeginOrder begin, AddOrder add, SimpleOrderOpening opening, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<BeginSimpleOrderRequest>()).Then(BeginSimpleOrderRequest.Check);
        if (!read.Succeeded)
            return read.Problems;
        var request = read.Value;
        var known = request.Customer?.ToCustomerOrNone() is { } customer
            ? await begin.Recall(call.Shop, customer, call.Cancellation)
            : null;

        // The cart is the platform's to send: it is not loaded from a connector, as another order's is.
        var decided = await begin.Begin(
            call.Shop,
            new NewOrder { FlowId = request.FlowId },
            ids.PublicId(),
            ids.OrderId(),
            call.Actor,
            call.Cancellation,
            known
        );
        if (!decided.Succeeded)
            return decided.Problems;
        var simple = decided.Value with { IsSimple = true, CartId = string.IsNullOrEmpty(request.CartId) ? null : request.CartId };
        var added = await add.Run(simple, call.Shop, call.Actor, call.Cancellation);
        return Reply.Of(await opening.Open(call, added, known?.Record));
    }
}

public sealed record BeginSimpleOrderRequest
{
    /// <summary>The only order type that is begun here.</summary>
    public const string SimpleOrder = "simple_order";
    public string? FlowId { get; init; }
    public string? OrderType { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? CartId { get; init; }
    public CustomerBody? Customer { get; init; }

    public static Result<BeginSimpleOrderRequest> Check(BeginSimpleOrderRequest request)
    {
        var fields = new Fields()
            .Required("order_type", request.OrderType)
            .OneOf("order_type", request.OrderType, SimpleOrder)
            .Text("cart_id", request.CartId);
        CustomerBody.Check(fields, "customer.", request.Customer);
        return fields.Then(() => request);
    }
}
