using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Changing.Addresses;

/// <summary>The units of one line by the address that they go to; blank is the order's own. They always add up to the line's.</summary>
internal sealed record SentUnitsOf(ImmutableDictionary<string, int> ByAddress, ImmutableArray<Address> All)
{
    private const string Own = "";

    /// <summary>The order with other divisions of those lines that are shipped.</summary>
    public static Order Change(Order order, Func<LineItem, SentUnitsOf, SentUnitsOf> change)
    {
        var all = OrderDestinations.Addresses(order);
        return order with { LineItems = [.. order.LineItems.Select(Changed)] };

        LineItem Changed(LineItem line)
        {
            if (!line.RequiresShipping)
                return line;
            var units = new SentUnitsOf(OrderDestinations.Units(line, order, all), all);
            var next = change(line, units);
            return ReferenceEquals(next, units) ? line : next.WriteTo(line);
        }
    }

    /// <summary>The lines of the order with another address in the place of that one.</summary>
    public static ImmutableArray<LineItem> Replace(Order order, string id, Address address) =>
        Change(
            order,
            (_, units) =>
                units.ByAddress.ContainsKey(id) ? units with { All = [.. units.All.Select(a => a.Id == id ? address : a)] } : units
        ).LineItems;

    /// <summary>
    /// With so many units at that address: more are taken from the order's own, then from the last of the others; those too many go to
    /// the order's own, which itself keeps what it has beyond the quantity.
    /// </summary>
    public SentUnitsOf Send(string id, int quantity)
    {
        var before = ByAddress.GetValueOrDefault(id);
        if (before == quantity || (id == Own && before > quantity))
            return this;
        var units = ByAddress;
        if (before > quantity)
            return this with { ByAddress = Set(Set(units, id, quantity), Own, units.GetValueOrDefault(Own) + before - quantity) };
        foreach (var from in All.Select(a => a.Id!).Where(other => other != id).Append(Own).Reverse().Distinct(StringComparer.Ordinal))
        {
            var taken = Math.Min(from == id ? 0 : units.GetValueOrDefault(from), quantity - units.GetValueOrDefault(id));
            units = Set(Set(units, from, units.GetValueOrDefault(from) - taken), id, units.GetValueOrDefault(id) + taken);
        }

        return this with
        {
            ByAddress = units,
        };
    }

    private static ImmutableDictionary<string, int> Set(ImmutableDictionary<string, int> units, string id, int quantity) =>
        quantity > 0 ? units.SetItem(id, quantity) : units.Remove(id);

    private LineItem WriteTo(LineItem line)
    {
        ImmutableArray<SentUnits> elsewhere =
        [
            .. All.Where(a => ByAddress.ContainsKey(a.Id!)).Select(a => new SentUnits(a, ByAddress[a.Id!])),
        ];
        var rest = ByAddress.ContainsKey(Own) ? null : elsewhere[0].Address;
        ImmutableArray<SentUnits> divided = rest is null ? elsewhere : elsewhere[1..];
        return line with { ShippingAddress = rest, Divided = divided.IsEmpty ? null : divided };
    }
}
