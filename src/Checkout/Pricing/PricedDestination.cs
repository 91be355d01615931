using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Pricing;

/// <summary>
/// What a destination costs; minor units. Shipping, its discounts and the taxes of all destinations add up to the order's, but for taxes of
/// fees, which are the order's (docs/contract/shapes.md#destination).
/// </summary>
/// <param name="Cost">Of its selected rate, or its share by weight of the one rate of the order.</param>
/// <param name="Discounted">Its share of the discounts on shipping.</param>
public sealed record PricedDestination(Destination Destination, OrderShipping Shipping, long Cost, long Discounted, DestinationTaxes Taxes)
{
    /// <summary>Every destination of the order.</summary>
    public static ImmutableArray<PricedDestination> Of(Order order, OrderPrice price)
    {
        var untaxed = Untaxed(order, price, OrderDestinations.Of(order));
        var taxes = TaxesOf(order, price, untaxed);
        return [.. untaxed.Select((d, i) => d with { Taxes = taxes[i] })];
    }

    /// <summary>Those destinations before taxes, which together hold all that is shipped.</summary>
    public static ImmutableArray<PricedDestination> Untaxed(Order order, OrderPrice price, ImmutableArray<Destination> destinations)
    {
        if (destinations.IsEmpty)
            return [];
        var hasOneRate = OrderDestinations.HasOneRate(order);
        var shipping = destinations.Select(d => hasOneRate ? order.Shipping : OrderDestinations.ShippingOf(order, d.Id)).ToList();
        ImmutableArray<long> costs = hasOneRate
            ? LargestRemainder.Split(price.Shipping, Weights(destinations))
            : [.. shipping.Select(s => s.Selected?.Amount ?? 0)];
        var discounts = LargestRemainder.Split(price.ShippingDiscounts.Sum(d => d.Value), costs);
        return [.. destinations.Select((d, i) => new PricedDestination(d, shipping[i], costs[i], discounts[i], new DestinationTaxes()))];
    }

    /// <summary>What weighs nothing is shipped too, and what is not shipped costs no shipping.</summary>
    private static ImmutableArray<long> Weights(ImmutableArray<Destination> destinations) =>
        destinations.Any(d => d.Weight > 0)
            ? [.. destinations.Select(d => d.Weight)]
            : [.. destinations.Select(d => d.IsShippedTo ? 1L : 0)];

    /// <summary>The taxes of a line by what of it goes where, in the order of the destinations; the parts add up to it.</summary>
    public static ImmutableArray<long> Divide(long amount, LineItem line, ImmutableArray<Destination> destinations) =>
        LargestRemainder.Split(amount, [.. destinations.Select(d => UnitsAt(d, line))]);

    private static long UnitsAt(Destination destination, LineItem line) =>
        destination.Lines.Where(sent => sent.Line.Key == line.Key).Sum(sent => (long)sent.Quantity);

    private static ImmutableArray<DestinationTaxes> TaxesOf(Order order, OrderPrice price, ImmutableArray<PricedDestination> priced)
    {
        ImmutableArray<Destination> destinations = [.. priced.Select(p => p.Destination)];
        if (order.Taxes is null || destinations.IsEmpty)
            return [.. destinations.Select(_ => new DestinationTaxes())];
        if (order.Taxes.Destinations is { } known && AreOf(order, known, destinations))
            return [.. destinations.Select(d => known[d.Id])];
        var lines = destinations
            .Select(_ => ImmutableDictionary.CreateBuilder<string, ImmutableArray<Tax>>(StringComparer.Ordinal))
            .ToList();
        foreach (var line in price.Lines.Where(line => destinations.Any(d => UnitsAt(d, line.Line) > 0)))
        foreach (var tax in line.Taxes)
        {
            var parts = Divide(tax.Value, line.Line, destinations);
            for (var i = 0; i < parts.Length; i++)
                if (parts[i] != 0)
                    lines[i][line.Line.Key] = lines[i].GetValueOrDefault(line.Line.Key, []).Add(tax with { Value = parts[i] });
        }

        var shipping = price
            .ShippingTaxes.Select(tax => (tax, parts: LargestRemainder.Split(tax.Value, [.. priced.Select(p => p.Cost)])))
            .ToList();
        return
        [
            .. destinations.Select(
                (_, i) =>
                    new DestinationTaxes
                    {
                        Lines = lines[i].ToImmutable(),
                        Shipping = [.. shipping.Select(s => s.tax with { Value = s.parts[i] }).Where(tax => tax.Value != 0)],
                    }
            ),
        ];
    }

    /// <summary>
    /// They were calculated for these destinations, and for what is not shipped of an order without an address; a line that moved or
    /// went since leaves the sums alone.
    /// </summary>
    private static bool AreOf(Order order, ImmutableDictionary<string, DestinationTaxes> known, ImmutableArray<Destination> destinations) =>
        known.Keys.All(id => destinations.Any(d => d.Id == id) || (order.ShippingAddress is null && id == OrderDestinations.OwnIdOf(order)))
        && destinations.All(d =>
            known.TryGetValue(d.Id, out var taxes) && taxes.Lines.Keys.All(key => d.Lines.Any(sent => sent.Line.Key == key))
        );
}
