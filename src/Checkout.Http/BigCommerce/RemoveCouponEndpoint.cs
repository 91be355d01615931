using Checkout.Changing.Discounts;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

public sealed class RemoveCouponEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var code = call.Route(BigCommerceRoutes.CouponCode);
        var changed = await checkouts.Change(
            call,
            PluginEventNames.DiscountCodeChanged,
            (order, _, occasion) =>
                order.ClosedBecause is null && !order.Discounts.Any(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase))
                    ? Problem.NotFound("The checkout has no such coupon.") with
                    {
                        Type = "discounts",
                        Field = "couponCode",
                    }
                    : RemoveDiscountCode.Decide(order, code, occasion)
        );
        return await checkouts.Answer(call, changed);
    }
}
