using Checkout.Http.Dialects;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Orders;

/// <summary>Reads the order again.</summary>
public sealed class RefreshOrderEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), StateOnly.Of);
}
