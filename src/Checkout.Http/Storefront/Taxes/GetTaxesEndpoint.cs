using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Taxes;

public sealed class GetTaxesEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), TaxesAnswer.Of);
}
