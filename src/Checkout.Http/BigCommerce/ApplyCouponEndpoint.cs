using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>Enters a discount code.</summary>
public sealed class ApplyCouponEndpoint(Checkouts checkouts, EnterDiscountCode codes) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<CouponCodeRequest>()).Then(body =>
            new Fields().Required("couponCode", body.CouponCode).Then(() => body.CouponCode!)
        );
        if (!read.Succeeded)
            return read.Problems;
        var changed = await checkouts.Change(
            call,
            PluginEventNames.DiscountCodeChanged,
            (order, shop, occasion, cancellation) => codes.Add(order, shop, read.Value, occasion, cancellation)
        );
        return await checkouts.Answer(call, changed);
    }
}
