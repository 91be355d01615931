using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Customers;

public sealed class GetCustomerEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), ShopperCustomer.Of);
}
