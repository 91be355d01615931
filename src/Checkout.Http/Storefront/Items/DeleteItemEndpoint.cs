using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Changing.Cart;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Items;

/// <summary>Takes a line off, whatever quantity is named: clients send what is to be left of it, which is 0.</summary>
public sealed class DeleteItemEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ItemBody>()).Then(body =>
            new Fields().Required("line_item_key", body.LineItemKey).Then(() => body.LineItemKey!)
        );
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.LineItemsChanged,
            (order, shop, occasion) => ChangeLineItem.Remove(order, shop, read.Value, occasion)
        );
        return Reply.Of(changed, ItemsAnswer.Of);
    }
}

public sealed record ItemBody
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformId { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Sku { get; init; }
    public int? Quantity { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? LineItemKey { get; init; }
    public ImmutableDictionary<string, System.Text.Json.JsonElement>? LineItemProperties { get; init; }

    /// <summary>Only products of the shop can be added from a storefront, by platform_id or sku.</summary>
    public static Result<CartItem> CheckNew(ItemBody body)
    {
        var item = new CartItemBody
        {
            PlatformId = body.PlatformId,
            Sku = body.Sku,
            Quantity = body.Quantity,
            LineItemKey = body.LineItemKey,
            LineItemProperties = body.LineItemProperties,
        };
        return CartItemBody.Check(new Fields().Required("line_item_key", body.LineItemKey), "", item).Then(item.ToItem);
    }

    public static Result<ItemBody> CheckKnown(ItemBody body) =>
        new Fields().Required("line_item_key", body.LineItemKey).Required("quantity", (object?)body.Quantity).Then(() => body);
}

public sealed record ItemsAnswer(ImmutableArray<ProductData> LineItems, ApplicationState ApplicationState)
{
    public static ItemsAnswer Of(Order order) => new([.. order.LineItems.Select(ProductData.Of)], ApplicationState.Of(order));
}

public sealed record ItemAnswer(ProductData LineItem, ApplicationState ApplicationState)
{
    public static ItemAnswer Of(Order order, string key) => new(ProductData.Of(order.Line(key)!), ApplicationState.Of(order));
}
