using System.Collections.Immutable;
using Checkout.Changing.Discounts;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Discounts;

public sealed class DeleteDiscountEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<DiscountCodeBody>()).Then(DiscountCodeBody.Check);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        var changed = await orders.Change(
            call, PluginEventNames.DiscountCodeChanged, (order, _, occasion) => RemoveDiscountCode.Decide(order, read.Value, occasion));
        return Answers.Of(changed, DiscountsAnswer.Of);
    }
}
