using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Items;

public sealed class GetItemsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), ItemsAnswer.Of);
}
