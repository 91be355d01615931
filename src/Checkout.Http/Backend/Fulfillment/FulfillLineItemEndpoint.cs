using Checkout.Changing.Fulfillment;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Pricing;
using Checkout.Running;

namespace Checkout.Http.Backend.Fulfillment;

/// <summary>Sets how many units of a line were shipped, absolute.</summary>
public sealed class FulfillLineItemEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<FulfillLineItemRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields()
            .Required("fulfilled_quantity", body.Value.FulfilledQuantity)
            .Tracking(body.Value.Carrier, body.Value.TrackingNumber, body.Value.TrackingUrl);
        if (!fields.AreFine)
            return fields.Problems;
        var key = call.Route(PaymentRoutes.LineItemKey);
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) =>
                FulfillLineItems.Decide(
                    order,
                    [new LineFulfillment(key, body.Value.FulfilledQuantity!.Value)],
                    body.Value.Tracking,
                    FulfillmentCount.InAll,
                    occasion
                ),
            call.Cancellation
        );
        return Reply.Of(
            changed,
            order => new LineItemData(
                LineItemState.Of(OrderPrice.Of(order).Lines.First(line => line.Line.Key == key)),
                ApplicationState.Of(order)
            )
        );
    }
}
