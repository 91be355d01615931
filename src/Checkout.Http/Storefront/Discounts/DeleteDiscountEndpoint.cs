using Checkout.Changing.Discounts;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Discounts;

public sealed class DeleteDiscountEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<DiscountCodeBody>()).Then(DiscountCodeBody.Check);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.DiscountCodeChanged,
            (order, _, occasion) => RemoveDiscountCode.Decide(order, read.Value, occasion)
        );
        return Reply.Of(changed, DiscountsAnswer.Of);
    }
}
