using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Shipping;

/// <summary>
/// The shipping of an order with several destinations: each is offered lines of its own and has one selected, and the order's shipping is
/// their sum (docs/contract/shapes.md#destination).
/// </summary>
public static class DestinationRates
{
    private const int MostText = 200;

    /// <summary>Puts the lines on each destination; what is selected stays as with one (<see cref="SelectShippingLine"/>).</summary>
    public static Order Offer(Order order, Func<Destination, ImmutableArray<ShippingLine>> lines)
    {
        var eachAlone = order.Plugins with { ShippingRate = null };
        return Put(order, d => SelectShippingLine.Offered(OrderDestinations.ShippingOf(order, d.Id), lines(d), eachAlone));
    }

    /// <summary>The shipping of each destination, with the sum of them as the order's.</summary>
    public static Order Put(Order order, Func<Destination, OrderShipping> shipping)
    {
        var destinations = OrderDestinations.Of(order);
        var each = destinations
            .Where(d => d.IsShippedTo)
            .Select(d => (Destination: d, Shipping: shipping(d) with { Destinations = null }))
            .ToImmutableArray();
        var sum = Sum(order, each) with
        {
            Destinations = each.ToImmutableDictionary(d => d.Destination.Id, d => d.Shipping, StringComparer.Ordinal),
        };
        return Same(order.Shipping, sum) ? order : order with { Shipping = sum };
    }

    /// <summary>An order that goes to its own address alone again keeps what that one was offered, and had selected.</summary>
    public static Order Undivided(Order order) =>
        order.Shipping.Destinations is null
            ? order
            : order with
            {
                Shipping = OrderDestinations.ShippingOf(order, OrderDestinations.OwnIdOf(order)) with
                {
                    Selected = order.Plugins.ShippingRate is null
                        ? OrderDestinations.ShippingOf(order, OrderDestinations.OwnIdOf(order)).Selected
                        : order.Shipping.Selected,
                },
            };

    /// <summary>What the order's own address was offered is known by its id, which a client may have changed.</summary>
    internal static Order Renamed(Order order, Order before)
    {
        var (was, now) = (OrderDestinations.OwnIdOf(before), OrderDestinations.OwnIdOf(order));
        return order.Shipping.Destinations is { } all && all.TryGetValue(was, out var own) && !all.ContainsKey(now)
            ? order with
            {
                Shipping = order.Shipping with { Destinations = all.Remove(was).SetItem(now, own) },
            }
            : order;
    }

    /// <summary>What is selected is still among the shop's rates for it.</summary>
    internal static bool AreOffered(Order order, Shop shop) =>
        OrderDestinations.IsDivided(order)
            ? Shipped(order)
                .All(d =>
                    Has(ShippingRates.For(OrderDestinations.Part(order, d), shop), OrderDestinations.ShippingOf(order, d.Id).Selected)
                )
            : Has(ShippingRates.For(order, shop), order.Shipping.Selected);

    /// <summary>A line of a destination as the order lists it: with the id that selects it there.</summary>
    public static ShippingLine Listed(Order order, Destination destination, ShippingLine line) =>
        OrderDestinations.HasOneRate(order) || order.Shipping.Destinations!.Count == 1 ? line : Listed(destination, line);

    /// <summary>The line of that id and the destination it is for, as the order lists them; null when there is none.</summary>
    internal static (Destination Destination, ShippingLine Line)? Find(Order order, string id)
    {
        foreach (var destination in Shipped(order))
        foreach (var line in OrderDestinations.ShippingOf(order, destination.Id).Available)
            if (Listed(order, destination, line).Id == id)
                return (destination, line);
        return null;
    }

    /// <summary>The others keep what they have.</summary>
    internal static Order Select(Order order, string destinationId, ShippingLine line) =>
        Put(
            order,
            d =>
                d.Id == destinationId
                    ? OrderDestinations.ShippingOf(order, d.Id) with
                    {
                        Selected = line,
                    }
                    : OrderDestinations.ShippingOf(order, d.Id)
        );

    internal static ImmutableArray<Destination> Shipped(Order order) => [.. OrderDestinations.Of(order).Where(d => d.IsShippedTo)];

    private static bool Has(ImmutableArray<ShippingLine> lines, ShippingLine? selected) => lines.Any(line => line.Code == selected?.Code);

    private static OrderShipping Sum(Order order, ImmutableArray<(Destination Destination, OrderShipping Shipping)> each)
    {
        if (order.Plugins.ShippingRate is not null)
            return SelectShippingLine.Offered(order.Shipping with { Offered = [] }, [], order.Plugins);
        if (each is [var alone])
            return alone.Shipping with { Offered = [] };
        var chosen = each.Where(d => d.Shipping.Selected is not null)
            .Select(d => Listed(d.Destination, d.Shipping.Selected!) with { Description = d.Shipping.Selected!.Description })
            .ToImmutableArray();
        return new OrderShipping
        {
            Available = [.. each.SelectMany(d => d.Shipping.Available.Select(line => Listed(d.Destination, line)))],
            Selected = chosen.IsEmpty
                ? null
                : new ShippingLine(
                    string.Join(',', chosen.Select(line => line.Id)),
                    Joined(chosen.Select(line => line.Description)),
                    chosen.Aggregate(0L, (sum, line) => checked(sum + line.Amount)),
                    Joined(chosen.Select(line => line.Code))
                ),
        };
    }

    /// <summary>A page lists the lines of all destinations in one list, so each says where it goes.</summary>
    private static ShippingLine Listed(Destination destination, ShippingLine line) =>
        line with
        {
            Id = $"{destination.Id}:{line.Id}",
            Description = $"{line.Description} ({(destination.Address.City is { Length: > 0 } city ? city : destination.Address.Country)})",
        };

    private static string Joined(IEnumerable<string> words)
    {
        var all = string.Join(" + ", words.Distinct(StringComparer.Ordinal));
        return all.Length <= MostText ? all : all[..MostText];
    }

    private static bool Same(OrderShipping a, OrderShipping b) =>
        a.Selected == b.Selected
        && a.Available.SequenceEqual(b.Available)
        && a.Offered.SequenceEqual(b.Offered)
        && (a.Destinations, b.Destinations) switch
        {
            (null, null) => true,
            ({ } these, { } those) => these.Count == those.Count
                && these.All(each => those.TryGetValue(each.Key, out var other) && Same(each.Value, other)),
            _ => false,
        };
}
