using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Changing.Taxes;

/// <summary>
/// Calculates the taxes of an order from rates, each line and rate rounded once, half away from zero. Taxes already on
/// the order are replaced.
/// </summary>
public static class GenerateTaxes
{
    public static Order Decide(Order order, TaxRates rates, bool included)
    {
        var price = OrderPrice.Of(order);
        if (rates.Amounts is { } amounts)
            return order with { Taxes = Told(amounts, price, TaxedContent.Fingerprint(order, price, included)) };
        var lines = price
            .Lines.Where(line => line.Line.Taxable)
            .Select(line => (line.Line.Key, Taxes: OfLine(line, rates, included)))
            .Where(line => line.Taxes.Length > 0)
            .ToImmutableDictionary(line => line.Key, line => line.Taxes, StringComparer.Ordinal);
        var shipping = price.Shipping - price.ShippingDiscounts.Sum(d => d.Value);
        return order with
        {
            Taxes = new OrderTaxes
            {
                Fingerprint = TaxedContent.Fingerprint(order, price, included),
                Lines = lines,
                Shipping = Of(shipping, rates.Shipping, included),
                Fees = [.. price.Fees.Where(f => f.Fee.Taxable).SelectMany(f => Of(f.Amount, rates.SubTotal, included))],
            },
        };
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

    private static ImmutableArray<Tax> OfLine(PricedLine line, TaxRates rates, bool included)
    {
        if (!rates.Lines.TryGetValue(line.Line.Key, out var own))
            return Of(line.Net, rates.SubTotal, included);
        var byRate = Of(line.Net, [.. own.Where(r => r.AmountPerUnit is null).Select(r => new TaxRate(r.Name, r.Rate))], included);
        return
        [
            .. own.Where(r => r.AmountPerUnit is not null)
                .Select(r => new Tax(r.Name, checked(r.AmountPerUnit!.Value * line.Line.Quantity), included)),
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
