using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Items;

public sealed class GetItemsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), ItemsAnswer.Of);
}
