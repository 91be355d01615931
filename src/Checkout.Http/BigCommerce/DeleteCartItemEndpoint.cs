using Checkout.Changing.Cart;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

public sealed class DeleteCartItemEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var changed = await checkouts.Change(
            call,
            PluginEventNames.LineItemsChanged,
            (order, shop, occasion) =>
                NamedItem.Find(call, order, out var line) ? ChangeLineItem.Remove(order, shop, line.Key, occasion)
                : order.ClosedBecause is { } closed ? closed
                : NamedItem.NoSuchItem()
        );
        return await checkouts.Answer(call, changed);
    }
}
