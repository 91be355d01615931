using Checkout.Changing.MetaData;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.MetaData;

/// <summary>Adds to the metadata; what is null stays.</summary>
public sealed class PatchMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public Task<Reply> Handle(Call call) => MetaDataChanges.Run(call, orders, ChangeMetaData.Merge);
}
