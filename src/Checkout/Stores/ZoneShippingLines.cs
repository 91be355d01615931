using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>The lines of the shop's own zones.</summary>
public sealed class ZoneShippingLines : IShippingLines
{
    public Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<ShippingLine>>>(ShippingRates.For(order, shop, address));
}
