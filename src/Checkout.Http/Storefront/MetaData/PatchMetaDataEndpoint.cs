using Checkout.Changing.MetaData;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.MetaData;

/// <summary>Adds to the metadata; what is null stays.</summary>
public sealed class PatchMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public Task<IResult> Handle(Call call) => MetaDataChanges.Run(call, orders, ChangeMetaData.Merge);
}
