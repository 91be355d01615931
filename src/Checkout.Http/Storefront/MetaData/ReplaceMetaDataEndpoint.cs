using Checkout.Changing.MetaData;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.MetaData;

/// <summary>Replaces all metadata.</summary>
public sealed class ReplaceMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public Task<IResult> Handle(Call call) => MetaDataChanges.Run(call, orders, ChangeMetaData.Replace);
}
