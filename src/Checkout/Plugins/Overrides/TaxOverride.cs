using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Tax rates from the override where there is one, from the shop's zones otherwise.</summary>
public sealed class TaxOverride(OverrideCalls overrides, IOverrideQuestions questions, IStateAuthority authority) : ITaxRates
{
    public async Task<Result<TaxRates>> For(Order order, Shop shop, Address address, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Tax) is { ByAuthority: true })
            return await OfAuthority(order, shop, address, cancellation);

        // What a plugin sent to the order's own address goes elsewhere once that is another one.
        var moved = address == TaxedContent.AddressOf(order) ? order : order with { ShippingAddress = address };
        var elsewhere = OrderDestinations.Elsewhere(moved);
        if (elsewhere.IsEmpty)
            return await Of(order, shop, address, cancellation);
        var own = OrderDestinations.Part(moved, OrderDestinations.Own(moved, address));
        var asked = await Task.WhenAll(
            elsewhere
                .Select(d => Of(OrderDestinations.Part(moved, d), shop, d.Address, cancellation))
                .Prepend(Of(own, shop, address, cancellation))
        );
        foreach (var answer in asked.Where(answer => !answer.Succeeded))
            return answer;
        return asked[0].Value with
        {
            Destinations = elsewhere
                .Select((d, i) => (d.Id, Rates: asked[i + 1].Value))
                .ToImmutableDictionary(d => d.Id, d => d.Rates, StringComparer.Ordinal),
        };
    }

    private async Task<Result<TaxRates>> Of(Order order, Shop shop, Address address, CancellationToken cancellation) =>
        OverrideCalls.Of(order, OverrideKinds.Tax) is not { } @override
            ? TaxRates.Of(shop, address)
            : await overrides.Ask(
                @override,
                OverrideKinds.Tax,
                questions.Tax(order, shop, await overrides.OnHand(order, cancellation), address),
                cancellation
            );

    /// <summary>
    /// The authority's taxes. An order whose shipping is settled must then cost what it costs there: what is charged is what both say.
    /// </summary>
    private async Task<Result<TaxRates>> OfAuthority(Order order, Shop shop, Address address, CancellationToken cancellation)
    {
        var isEstimate = address != TaxedContent.AddressOf(order);
        var answer = isEstimate
            ? await authority.Estimate(order, address, shop, StateChange.EstimateTax, cancellation)
            : await authority.Ask(order, shop, [new StateChange(StateChange.ApplyTaxes)], cancellation);
        if (!answer.Succeeded)
            return answer.Cast<TaxRates>();
        if (answer.Value.LineTaxes is not { } taxes)
            return AuthorityProblem.Unusable;
        var rates = new TaxRates { Amounts = new TaxAmounts(taxes, answer.Value.ShippingTaxes) };
        var isSettled = !isEstimate && (order.Shipping.Selected is not null || !order.RequiresShipping);
        return isSettled && answer.Value.Total is { } total && total != TotalWith(order, rates, shop)
            ? Problem.Order("order_total", "The order costs something else in the store's cart. Start the checkout again.", "total_differs")
            : rates;
    }

    private static long TotalWith(Order order, TaxRates rates, Shop shop) =>
        OrderPrice.Of(GenerateTaxes.Decide(order, rates, shop.Checkout.TaxIncluded)).Total;
}
