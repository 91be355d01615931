using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Where an order's tax rates come from: the shop's zones, or an override. Upstream when an override fails.</summary>
public interface ITaxRates
{
    /// <param name="address">Of what the order sends nowhere else; the rates of its other destinations come with them.</param>
    Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation);
}
