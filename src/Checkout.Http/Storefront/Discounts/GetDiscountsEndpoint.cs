using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Discounts;

/// <summary>Every discount of the order, on whatever it is.</summary>
public sealed class GetDiscountsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), DiscountsAnswer.Of);
}
