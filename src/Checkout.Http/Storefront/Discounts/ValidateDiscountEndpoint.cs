using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Storefront.Discounts;

/// <summary>Whether a code could be entered now; the order stays as it is.</summary>
public sealed class ValidateDiscountEndpoint(ShopperOrder orders, EnterDiscountCode codes, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return order.Problems;
        var occasion = new Occasion(time.GetUtcNow(), call.Actor);
        var added = await codes.Add(order.Value, call.Shop, call.Parameter("discount_code") ?? "", occasion, call.Cancellation);
        return Reply.Of(added, _ => NothingToSay.Object);
    }
}

public sealed record DiscountCodeBody(string? Code)
{
    public static Result<string> Check(DiscountCodeBody body) => new Fields().Text("code", body.Code).Then(() => body.Code ?? "");
}

public sealed record DiscountAnswer(DiscountState Discount, ApplicationState ApplicationState)
{
    public static DiscountAnswer Of(Order order, string code)
    {
        var discounts = OrderPrice.Of(order).Discounts;
        var discount =
            discounts.FirstOrDefault(d => string.Equals(d.Code, code.Trim(), StringComparison.OrdinalIgnoreCase)) ?? discounts[^1];
        return new DiscountAnswer(DiscountState.Of(discount), ApplicationState.Of(order));
    }
}

public sealed record DiscountsAnswer(ImmutableArray<DiscountState> Discounts, ApplicationState ApplicationState)
{
    public static DiscountsAnswer Of(Order order) => new(DiscountState.Of(OrderPrice.Of(order).Discounts), ApplicationState.Of(order));
}
