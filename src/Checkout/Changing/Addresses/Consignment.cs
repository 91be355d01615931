using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Changing.Addresses;

/// <summary>What of an order goes to one address (docs/contract/bigcommerce.md#consignment).</summary>
/// <param name="Cost">This consignment's part of the order's one shipping line, minor units; the parts add up to it.</param>
public sealed record Consignment(Address Address, ImmutableArray<LineItem> Lines, long Cost)
{
    /// <summary>One for each address that lines go to; the cost is shared by weight.</summary>
    public static ImmutableArray<Consignment> Of(Order order)
    {
        var all = ShippingAddresses.Of(order);
        var groups = order
            .LineItems.Where(line => line.RequiresShipping)
            .Select(line => (Line: line, Address: ShippingAddresses.Of(line, order, all)))
            .Where(sent => sent.Address is not null)
            .GroupBy(sent => sent.Address!.Id, StringComparer.Ordinal)
            .Select(sent => (sent.First().Address!, Lines: sent.Select(s => s.Line).ToImmutableArray()))
            .OrderBy(sent => all.IndexOf(all.First(a => a.Id == sent.Item1.Id)))
            .ToList();
        var costs =
            groups.Count == 0
                ? []
                : LargestRemainder.Split(
                    order.Shipping.Selected?.Amount ?? 0,
                    [.. groups.Select(g => g.Lines.Sum(line => line.TotalWeight))]
                );
        return [.. groups.Select((group, i) => new Consignment(group.Item1, group.Lines, costs[i]))];
    }
}
