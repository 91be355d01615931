using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Payments;

public sealed class GetPaymentsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), PaymentsAnswer.Of);
}
