using System.Collections.Immutable;
using System.Text;
using Checkout.Fulfillment;
using Checkout.Http.Contracts;
using Checkout.Http.Json;
using Checkout.Orders;
using Checkout.Pricing;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Fulfillment;

public sealed record FulfillLineItemRequest(int? FulfilledQuantity);

public sealed record FulfillLineItemsRequest(ImmutableArray<LineItemPatch>? LineItems);

public sealed record LineItemPatch(string? LineItemKey, int? FulfilledQuantity);

public sealed record LineItemData(LineItemState LineItem, ApplicationState ApplicationState);

public sealed record LineItemsData(ImmutableArray<LineItemState> LineItems, ApplicationState ApplicationState);

/// <summary>Sets how many units of a line were shipped, absolute.</summary>
public sealed class FulfillLineItemEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<FulfillLineItemRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = new Fields().Required("fulfilled_quantity", body.Value.FulfilledQuantity);
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var key = call.Route(PaymentRoutes.LineItemKey);
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => FulfillLineItems.Decide(order, [new LineFulfillment(key, body.Value.FulfilledQuantity!.Value)], occasion),
            call.Cancellation);
        return Answers.Of(changed, order => new LineItemData(
            LineItemState.Of(OrderPrice.Of(order).Lines.First(line => line.Line.Key == key)), ApplicationState.Of(order)));
    }
}

/// <summary>
/// Sets how many units of several lines were shipped: all of them or none. The body is the page's sample, an object with
/// line_items, or the page's schema, the list alone.
/// </summary>
public sealed class FulfillLineItemsEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = (await call.ReadText()).Then(Parse);
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var patches = body.Value.LineItems ?? [];
        var fields = new Fields().Check(!patches.IsEmpty, "line_items", "line_items is required.", "required");
        for (var i = 0; i < patches.Length; i++)
        {
            fields.Required($"line_items[{i}].line_item_key", patches[i]?.LineItemKey);
            fields.Required($"line_items[{i}].fulfilled_quantity", patches[i]?.FulfilledQuantity);
        }

        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => FulfillLineItems.Decide(order, [.. patches.Select(p => new LineFulfillment(p.LineItemKey!, p.FulfilledQuantity!.Value))], occasion),
            call.Cancellation);
        return Answers.Of(changed, order => new LineItemsData(
            [.. OrderPrice.Of(order).Lines.Select(LineItemState.Of)], ApplicationState.Of(order)));
    }

    private static Result<FulfillLineItemsRequest> Parse(string text) =>
        BodyReader.Parse<FulfillLineItemsRequest>(Encoding.UTF8.GetBytes(text.AsSpan().TrimStart().StartsWith("[") ? $$"""{"line_items":{{text}}}""" : text));
}
