using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Where an order's shipping lines come from: the shop's zones, or an override. Upstream when an override fails.</summary>
public interface IShippingLines
{
    /// <param name="order">What is shipped there alone, where an order goes to several addresses.</param>
    Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation);
}
