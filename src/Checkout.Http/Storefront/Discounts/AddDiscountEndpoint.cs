using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Discounts;

/// <summary>Enters a discount code (docs/contract/storefront.md#discount-codes).</summary>
public sealed class AddDiscountEndpoint(ShopperOrder orders, EnterDiscountCode codes) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<DiscountCodeBody>()).Then(DiscountCodeBody.Check);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.DiscountCodeChanged,
            (order, shop, occasion, cancellation) => codes.Add(order, shop, read.Value, occasion, cancellation)
        );
        return Reply.Of(changed, order => DiscountAnswer.Of(order, read.Value));
    }
}
