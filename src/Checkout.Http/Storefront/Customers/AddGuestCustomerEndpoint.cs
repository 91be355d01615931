using Checkout.Changing.Customers;
using Checkout.Http.Frame;

namespace Checkout.Http.Storefront.Customers;

/// <summary>Puts a guest on the order (docs/contract/storefront.md#customer).</summary>
public sealed class AddGuestCustomerEndpoint(ShopperOrder orders, IIdSource ids) : ISlice
{
    public Task<Reply> Handle(Call call) =>
        CustomerChange.Run(
            call,
            orders,
            (order, details, occasion) => SetGuestCustomer.Decide(order, details with { NamesMayFollow = true }, occasion, ids)
        );
}
