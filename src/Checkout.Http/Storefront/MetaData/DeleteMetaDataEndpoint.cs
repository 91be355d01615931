using Checkout.Changing.MetaData;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.MetaData;

public sealed class DeleteMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        Reply.Of(await orders.Change(call, (order, _, occasion) => ChangeMetaData.Clear(order, occasion)), MetaDataAnswer.Of);
}
