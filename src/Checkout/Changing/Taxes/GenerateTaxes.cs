using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Changing.Taxes;

/// <summary>
/// Calculates the taxes of an order from rates, each line and rate rounded once, half away from zero. Taxes already on
/// the order are replaced. What goes to another destination is taxed by the rates of that one.
/// </summary>
public static class GenerateTaxes
{
    public static Order Decide(Order order, TaxRates rates, bool included)
    {
        var price = OrderPrice.Of(order);
        var fingerprint = TaxedContent.Fingerprint(order, price, included);
        if (rates.Amounts is { } amounts)
            return order with { Taxes = Told(amounts, price, fingerprint) };
        var taxes = OrderDestinations.IsDivided(order) ? Divided(order, price, rates, included) : Whole(price, rates, included);
        return order with
        {
            Taxes = taxes with
            {
                Fingerprint = fingerprint,
                Fees = [.. price.Fees.Where(f => f.Fee.Taxable).SelectMany(f => Of(f.Amount, rates.SubTotal, included))],
            },
        };
    }

    private static OrderTaxes Whole(OrderPrice price, TaxRates rates, bool included) =>
        new()
        {
            Lines = price
                .Lines.Where(line => line.Line.Taxable)
                .Select(line => (line.Line.Key, Taxes: OfLine(line.Line, line.Net, line.Line.Quantity, rates, included)))
                .Where(line => line.Taxes.Length > 0)
                .ToImmutableDictionary(line => line.Key, line => line.Taxes, StringComparer.Ordinal),
            Shipping = Of(price.Shipping - price.ShippingDiscounts.Sum(d => d.Value), rates.Shipping, included),
        };

    /// <summary>The order's own address has what goes nowhere else, shipped or not; the sums of all destinations are the order's.</summary>
    private static OrderTaxes Divided(Order order, OrderPrice price, TaxRates rates, bool included)
    {
        var own = OrderDestinations.Own(order, TaxedContent.AddressOf(order));
        ImmutableArray<Destination> destinations = own.Lines.IsEmpty
            ? OrderDestinations.Elsewhere(order)
            : [own, .. OrderDestinations.Elsewhere(order)];
        var parts = destinations.ToDictionary(
            d => d.Id,
            d => ImmutableDictionary.CreateBuilder<string, ImmutableArray<Tax>>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var line in price.Lines.Where(line => line.Line.Taxable))
        {
            var nets = PricedDestination.Divide(line.Net, line.Line, destinations);
            for (var i = 0; i < destinations.Length; i++)
                if (
                    destinations[i].Lines.FirstOrDefault(sent => sent.Line.Key == line.Line.Key) is { } sent
                    && OfLine(line.Line, nets[i], sent.Quantity, RatesOf(destinations[i]), included) is { IsEmpty: false } taxes
                )
                    parts[destinations[i].Id][line.Line.Key] = taxes;
        }

        var each = PricedDestination
            .Untaxed(order, price, destinations)
            .ToImmutableDictionary(
                d => d.Destination.Id,
                d => new DestinationTaxes
                {
                    Lines = parts[d.Destination.Id].ToImmutable(),
                    Shipping = Of(d.Cost - d.Discounted, RatesOf(d.Destination).Shipping, included),
                },
                StringComparer.Ordinal
            );
        return new OrderTaxes
        {
            Lines = price
                .Lines.Select(line =>
                    (
                        line.Line.Key,
                        Taxes: OrderPrice.SumByName(destinations.SelectMany(d => each[d.Id].Lines.GetValueOrDefault(line.Line.Key, [])))
                    )
                )
                .Where(line => line.Taxes.Length > 0)
                .ToImmutableDictionary(line => line.Key, line => line.Taxes, StringComparer.Ordinal),
            Shipping = OrderPrice.SumByName(destinations.SelectMany(d => each[d.Id].Shipping)),
            Destinations = each,
        };

        TaxRates RatesOf(Destination destination) => ReferenceEquals(destination, own) ? rates : rates.Destinations[destination.Id];
    }

    /// <summary>
    /// Each tax is split over the taxable lines by what they cost, so that the parts add up; over all where none is taxable.
    /// </summary>
    private static OrderTaxes Told(TaxAmounts amounts, OrderPrice price, string fingerprint)
    {
        var lines = price.Lines.Where(line => line.Line.Taxable).ToList();
        if (lines.Count == 0)
            lines = [.. price.Lines];
        var told = lines.ToDictionary(line => line.Line.Key, _ => ImmutableArray.CreateBuilder<Tax>(), StringComparer.Ordinal);
        foreach (var tax in lines.Count > 0 ? amounts.Lines : [])
        {
            var parts = LargestRemainder.Split(tax.Value, [.. lines.Select(line => Math.Max(0, line.Net))]);
            for (var i = 0; i < parts.Length; i++)
                if (parts[i] != 0)
                    told[lines[i].Line.Key].Add(tax with { Value = parts[i] });
        }

        return new OrderTaxes
        {
            Fingerprint = fingerprint,
            Lines = told.Where(line => line.Value.Count > 0)
                .ToImmutableDictionary(line => line.Key, line => line.Value.ToImmutable(), StringComparer.Ordinal),
            Shipping = amounts.Shipping,
            Fees = lines.Count > 0 ? [] : amounts.Lines,
        };
    }

    /// <param name="net">Of the units that are taxed, after every discount; minor units.</param>
    private static ImmutableArray<Tax> OfLine(LineItem line, long net, int quantity, TaxRates rates, bool included)
    {
        if (!rates.Lines.TryGetValue(line.Key, out var own))
            return Of(net, rates.SubTotal, included);
        var byRate = Of(net, [.. own.Where(r => r.AmountPerUnit is null).Select(r => new TaxRate(r.Name, r.Rate))], included);
        return
        [
            .. own.Where(r => r.AmountPerUnit is not null)
                .Select(r => new Tax(r.Name, checked(r.AmountPerUnit!.Value * quantity), included)),
            .. byRate,
        ];
    }

    private static ImmutableArray<Tax> Of(long amount, ImmutableArray<TaxRate> rates, bool included)
    {
        if (amount == 0 || rates.IsEmpty)
            return [];
        if (!included)
            return [.. rates.Select(r => new Tax(r.Name, Rounding.Times(amount, r.Rate), IsIncluded: false))];

        // The part of a gross price that is tax; the rates share it so that their sum is exact.
        var sum = rates.Sum(r => r.Rate);
        var total = Rounding.ToMinorUnits(amount - (amount / (1 + sum)));
        var parts = LargestRemainder.Split(total, [.. rates.Select(r => (long)(r.Rate * 1_000_000m))]);
        return [.. rates.Select((r, i) => new Tax(r.Name, parts[i], IsIncluded: true))];
    }
}
