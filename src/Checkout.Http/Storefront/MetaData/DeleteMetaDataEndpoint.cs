using Checkout.Changing.MetaData;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.MetaData;

public sealed class DeleteMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(
        await orders.Change(call, (order, _, occasion) => ChangeMetaData.Clear(order, occasion)),
        MetaDataAnswer.Of);
}
