using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Orders;

/// <summary>Reads the order again.</summary>
public sealed class RefreshOrderEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), StateOnly.Of);
}
