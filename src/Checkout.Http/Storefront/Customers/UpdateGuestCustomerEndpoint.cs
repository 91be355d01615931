using Checkout.Changing.Customers;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Customers;

/// <summary>The deprecated form of <see cref="UpdateCustomerEndpoint"/>, for guests only (docs/contract/storefront.md#customer).</summary>
public sealed class UpdateGuestCustomerEndpoint(ShopperOrder orders) : ISlice
{
    public Task<Reply> Handle(Call call) => CustomerChange.Run(call, orders, UpdateCustomer.DecideGuest);
}
