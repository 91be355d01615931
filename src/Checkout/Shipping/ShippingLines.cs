using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Shipping;

/// <summary>Where an order's shipping lines come from: the shop's zones, or an override. Upstream when an override fails.</summary>
public interface IShippingLines
{
    Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation);
}

/// <summary>The lines of the shop's own zones.</summary>
public sealed class ZoneShippingLines : IShippingLines
{
    public Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<ShippingLine>>>(ShippingRates.For(order, shop, address));
}
