using Checkout.Changing.Cart;
using Checkout.Http.Frame;
using Checkout.Journeys.Beginning;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Items;

/// <summary>
/// Adds a product of the shop, a gift card with its custom_amount included (docs/contract/storefront.md#items).
/// </summary>
public sealed class AddItemEndpoint(ShopperOrder orders, CartItems cart) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ItemBody>()).Then(ItemBody.CheckNew);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.LineItemsChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                var lines = await cart.ToLines(shop.Identifier, order.Currency, [read.Value], order.LineItems, cancellation, list: null);
                return lines.Then(added => ChangeLineItem.Add(order, shop, added, occasion));
            }
        );
        return Reply.Of(changed, ItemsAnswer.Of);
    }
}
