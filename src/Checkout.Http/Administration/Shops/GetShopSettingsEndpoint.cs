using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Net.Http.Headers;

namespace Checkout.Http.Administration.Shops;

/// <summary>The shop document with its ETag (docs/contract/administration.md#shop-document): one storage transaction.</summary>
public sealed class GetShopSettingsEndpoint(IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? ShopSettings.Of(stored)
            : Problem.NotFound("The shop was not found.");
}

/// <summary>How both endpoints show the document.</summary>
internal static class ShopSettings
{
    public static Reply Of(StoredShop stored) =>
        new ValueReply(ReplyBody.Written(writer => writer.WriteRawValue(ShopDocument.Write(stored.Shop.Hidden()).Span)))
        {
            Headers = [new(HeaderNames.ETag, stored.ETag)],
        };
}
