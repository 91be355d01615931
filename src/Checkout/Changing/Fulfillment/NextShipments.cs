using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Changing.Fulfillment;

/// <summary>
/// The shipments of an order whose fulfilled quantities change: units that are new leave together, and units that are taken
/// back, as a correction, are taken off the newest shipments that have them.
/// </summary>
internal static class NextShipments
{
    public static ImmutableArray<Shipment> After(Order order, ImmutableArray<LineItem> lines, Tracking tracking, DateTimeOffset at)
    {
        var shipped = ImmutableArray.CreateBuilder<ShippedLine>();
        var shipments = order.Shipments;
        foreach (var (before, after) in order.LineItems.Zip(lines))
        {
            var more = after.FulfilledQuantity - before.FulfilledQuantity;
            if (more > 0)
                shipped.Add(new ShippedLine(after.Key, more));
            else if (more < 0)
                shipments = Without(shipments, after.Key, -more);
        }

        if (shipped.Count > 0)
            return shipments.Add(new Shipment(at, shipped.ToImmutable()) { Tracking = tracking });
        return tracking == Tracking.None || shipments.IsEmpty
            ? shipments
            : shipments.SetItem(shipments.Length - 1, shipments[^1] with { Tracking = tracking });
    }

    private static ImmutableArray<Shipment> Without(ImmutableArray<Shipment> shipments, string key, int units)
    {
        for (var i = shipments.Length - 1; i >= 0 && units > 0; i--)
        {
            if (shipments[i].Lines.FirstOrDefault(line => line.LineItemKey == key) is not { } line)
                continue;
            var taken = Math.Min(units, line.Quantity);
            units -= taken;
            var rest =
                taken == line.Quantity
                    ? shipments[i].Lines.Remove(line)
                    : shipments[i].Lines.Replace(line, line with { Quantity = line.Quantity - taken });
            shipments = rest.IsEmpty ? shipments.RemoveAt(i) : shipments.SetItem(i, shipments[i] with { Lines = rest });
        }

        return shipments;
    }
}
