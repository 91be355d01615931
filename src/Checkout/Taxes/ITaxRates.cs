using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Taxes;

/// <summary>Where an order's tax rates come from: the shop's zones, or an override. Upstream when an override fails.</summary>
public interface ITaxRates
{
    Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation);
}

/// <summary>The rates of the shop's own zones.</summary>
public sealed class ZoneTaxRates : ITaxRates
{
    public Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        Task.FromResult<Result<TaxRates>>(TaxRates.Of(shop, address));
}
