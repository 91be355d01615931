using System.Text;
using Checkout.Changing.Fulfillment;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Pricing;
using Checkout.Running;

namespace Checkout.Http.Backend.Fulfillment;

/// <summary>
/// Sets how many units of several lines were shipped, or adds those of a shipment: all of them or none. The body is an object
/// with line_items, or
/// the list alone (docs/contract/backend.md#fulfillment).
/// </summary>
public sealed class FulfillLineItemsEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = (await call.ReadText()).Then(Parse);
        if (!body.Succeeded)
            return body.Problems;
        var patches = body.Value.LineItems ?? [];
        var fields = new Fields()
            .Check(!patches.IsEmpty, "line_items", "line_items is required.", "required")
            .Tracking(body.Value.Carrier, body.Value.TrackingNumber, body.Value.TrackingUrl);
        for (var i = 0; i < patches.Length; i++)
        {
            fields.Required($"line_items[{i}].line_item_key", patches[i]?.LineItemKey);
            fields.Required($"line_items[{i}].fulfilled_quantity", patches[i]?.FulfilledQuantity);
        }

        if (!fields.AreFine)
            return fields.Problems;
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) =>
                FulfillLineItems.Decide(
                    order,
                    [.. patches.Select(p => new LineFulfillment(p.LineItemKey!, p.FulfilledQuantity!.Value))],
                    body.Value.Tracking,
                    ShipmentCallers.CountOf(call),
                    occasion
                ),
            call.Cancellation
        );
        return Reply.Of(
            changed,
            order => new LineItemsData([.. OrderPrice.Of(order).Lines.Select(LineItemState.Of)], ApplicationState.Of(order))
        );
    }

    private static Result<FulfillLineItemsRequest> Parse(string text) =>
        BodyReader.Parse<FulfillLineItemsRequest>(
            Encoding.UTF8.GetBytes(text.AsSpan().TrimStart().StartsWith("[") ? $$"""{"line_items":{{text}}}""" : text)
        );
}
