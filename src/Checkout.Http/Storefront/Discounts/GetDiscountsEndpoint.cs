using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Discounts;

/// <summary>Every discount of the order, on whatever it is.</summary>
public sealed class GetDiscountsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), DiscountsAnswer.Of);
}
