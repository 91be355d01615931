using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Tax rates from the override where there is one, from the shop's zones otherwise.</summary>
public sealed class TaxOverride(OverrideCalls overrides, IOverrideQuestions questions) : ITaxRates
{
    public async Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        OverrideCalls.Of(order, OverrideKinds.Tax) is { } @override
            ? await overrides.Ask(
                @override,
                OverrideKinds.Tax,
                questions.Tax(order, shop, await overrides.OnHand(order, cancellation), address),
                cancellation
            )
            : TaxRates.Of(shop, address);
}
