using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Payments;

public sealed class GetPaymentsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), PaymentsAnswer.Of);
}
