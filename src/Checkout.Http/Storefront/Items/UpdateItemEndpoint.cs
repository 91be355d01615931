using Checkout.Changing.Cart;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Items;

/// <summary>Changes how many of a line are bought.</summary>
public sealed class UpdateItemEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ItemBody>()).Then(ItemBody.CheckKnown);
        if (!read.Succeeded)
            return read.Problems;
        var (key, quantity) = (read.Value.LineItemKey!, read.Value.Quantity!.Value);
        var changed = await orders.Change(
            call,
            PluginEventNames.LineItemsChanged,
            (order, shop, occasion) => ChangeLineItem.Update(order, shop, key, quantity, occasion)
        );
        return Reply.Of(changed, order => ItemAnswer.Of(order, key));
    }
}
