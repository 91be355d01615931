using Checkout.Changing.MetaData;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.MetaData;

/// <summary>Replaces all metadata.</summary>
public sealed class ReplaceMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public Task<Reply> Handle(Call call) => MetaDataChanges.Run(call, orders, ChangeMetaData.Replace);
}
