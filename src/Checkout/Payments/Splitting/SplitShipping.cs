using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>The shipping of a part, which is that of its destination, or a share of the one rate of the order.</summary>
internal sealed record SplitShipping(ShippingLine? Selected, ImmutableArray<Tax> Taxes)
{
    public static SplitShipping Of(PricedDestination? destination) =>
        new(destination?.Shipping.Selected, destination?.Taxes.Shipping ?? []);

    /// <param name="costs">Of each part; they add up to the order's.</param>
    public static ImmutableArray<SplitShipping> Of(Order order, OrderPrice price, ImmutableArray<long> costs)
    {
        var taxes = price.ShippingTaxes.Select(tax => LargestRemainder.Split(tax.Value, costs)).ToList();
        return
        [
            .. costs.Select(
                (cost, i) =>
                    new SplitShipping(
                        order.Shipping.Selected is { } line ? line with { Amount = cost } : null,
                        [.. price.ShippingTaxes.Select((tax, t) => tax with { Value = taxes[t][i] })]
                    )
            ),
        ];
    }
}
