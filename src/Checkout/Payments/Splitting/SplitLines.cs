using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments.Splitting;

/// <summary>The lines of each part of an order; a line that goes to several addresses is in several parts.</summary>
/// <param name="Destination">Where the part goes; null for what goes nowhere, and for a part that is not one of an address.</param>
internal sealed record SplitLines(PricedDestination? Destination, ImmutableArray<SplitLine> Lines)
{
    /// <summary>Another than the order's own; null is that one.</summary>
    public Address? Address { get; private init; }

    public static ImmutableArray<SplitLines> ByPreOrder(OrderPrice price) =>
        [
            .. price
                .Lines.GroupBy(line => line.Line.IsPreOrder)
                .OrderBy(group => group.Key)
                .Select(group => new SplitLines(null, [.. group.Select(line => new SplitLine(line.Line, line.Discounts, line.Taxes))])),
        ];

    /// <summary>Parts have the order in which the lines come.</summary>
    public static ImmutableArray<SplitLines> ByAddress(Order order, OrderPrice price)
    {
        var elsewhere = OrderDestinations.Elsewhere(order);
        if (elsewhere.IsEmpty)
            return [new SplitLines(null, [])];
        var own = OrderDestinations.Own(order, order.ShippingAddress);
        ImmutableArray<Destination> destinations = own.Lines.IsEmpty ? elsewhere : [own, .. elsewhere];
        var priced = PricedDestination.Of(order, price).ToDictionary(d => d.Destination.Id, StringComparer.Ordinal);
        var parts = destinations.Select(_ => ImmutableArray.CreateBuilder<SplitLine>()).ToList();
        foreach (var line in price.Lines)
        {
            var divided = Divide(line, destinations);
            for (var i = 0; i < destinations.Length; i++)
                if (divided[i] is { } part)
                    parts[i].Add(part with { Taxes = TaxesAt(priced.GetValueOrDefault(destinations[i].Id), line) });
        }

        return
        [
            .. destinations
                .Select(
                    (d, i) =>
                        new SplitLines(priced.GetValueOrDefault(d.Id), parts[i].ToImmutable())
                        {
                            Address = ReferenceEquals(d, own) ? null : d.Address,
                        }
                )
                .OrderBy(part => order.LineItems.ToList().FindIndex(line => line.Key == part.Lines[0].Line.Key)),
        ];
    }

    /// <summary>What is not shipped, of an order without an address, is in no destination, and in one part.</summary>
    private static ImmutableArray<Tax> TaxesAt(PricedDestination? destination, PricedLine line) =>
        destination is null ? line.Taxes : destination.Taxes.Lines.GetValueOrDefault(line.Line.Key, []);

    /// <summary>Null where nothing of the line goes there. Fees and discounts of the line are shared by units.</summary>
    private static ImmutableArray<SplitLine?> Divide(PricedLine line, ImmutableArray<Destination> destinations)
    {
        var fees = line.Line.Fees.Select(fee => PricedDestination.Divide(fee.Amount, line.Line, destinations)).ToList();
        var discounted = PricedDestination.Divide(line.Discounts.Sum(d => d.Value), line.Line, destinations).ToArray();
        var discounts = line.Discounts.Select(discount => Fill(discount.Value, discounted)).ToList();
        var (fulfilled, restocked) = (line.Line.FulfilledQuantity, line.Line.RestockedQuantity);
        return
        [
            .. destinations.Select(
                (d, i) =>
                {
                    if (d.Lines.FirstOrDefault(sent => sent.Line.Key == line.Line.Key) is not { } sent)
                        return null;
                    var part = sent.Part with
                    {
                        Fees = [.. line.Line.Fees.Select((fee, f) => fee with { Amount = fees[f][i] })],
                        FulfilledQuantity = Taken(ref fulfilled, sent.Quantity),
                        RestockedQuantity = Taken(ref restocked, sent.Quantity),
                    };
                    return new SplitLine(part, [.. line.Discounts.Select((discount, n) => discount with { Value = discounts[n][i] })], []);
                }
            ),
        ];
    }

    private static int Taken(ref int left, int most)
    {
        var taken = Math.Min(left, most);
        left -= taken;
        return taken;
    }

    /// <summary>The amount over the parts, none beyond what is left of it, which becomes less.</summary>
    private static long[] Fill(long amount, long[] left)
    {
        var parts = new long[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            parts[i] = Math.Min(amount, left[i]);
            left[i] -= parts[i];
            amount -= parts[i];
        }

        return parts;
    }
}
