using Checkout.Changing.Customers;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Customers;

/// <summary>Changes the customer of the order, guest or not (docs/contract/storefront.md#customer).</summary>
public sealed class UpdateCustomerEndpoint(ShopperOrder orders) : ISlice
{
    public Task<Reply> Handle(Call call) => CustomerChange.Run(call, orders, UpdateCustomer.Decide);
}
