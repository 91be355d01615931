using Checkout.Http.Contracts;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Orders;

/// <summary>Reads the order again.</summary>
public sealed class RefreshOrderEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), StateOnly.Of);
}
