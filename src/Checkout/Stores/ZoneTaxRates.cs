using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>The rates of the shop's own zones.</summary>
public sealed class ZoneTaxRates : ITaxRates
{
    public Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        Task.FromResult<Result<TaxRates>>(
            TaxRates.Of(shop, address) with
            {
                Destinations = TaxRates.Of(shop, order)?.Destinations ?? TaxRates.None,
            }
        );
}
