using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration.Shops;

/// <summary>The shop document with its ETag (docs/contract/administration.md#shop-document): one storage transaction.</summary>
public sealed class GetShopSettingsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) =>
        await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
            ? ShopSettings.Answer(call, stored)
            : Answers.Refused(Problem.NotFound("The shop was not found."));
}

/// <summary>How both endpoints show the document.</summary>
internal static class ShopSettings
{
    public static IResult Answer(Call call, StoredShop stored)
    {
        call.Http.Response.Headers.ETag = stored.ETag;
        return Answers.Json(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(ShopDocument.Write(stored.Shop.Hidden()).Span);
            writer.WriteEndObject();
        });
    }
}
