using System.Collections.Immutable;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>
/// Where an order goes: to its own shipping address, further ones, and those that plugins gave to lines
/// (docs/contract/shapes.md#destination). What no other address has goes to the order's own.
/// </summary>
public static class OrderDestinations
{
    /// <summary>Of the order's own address when its client gave it none.</summary>
    private const string OwnId = "1";

    /// <summary>Every address with an id, the order's own first.</summary>
    public static ImmutableArray<Address> Addresses(Order order)
    {
        var all = ImmutableArray.CreateBuilder<Address>();
        if (order.ShippingAddress is { } own)
            all.Add(own with { Id = OwnIdOf(order) });
        all.AddRange(order.FurtherShippingAddresses);
        foreach (var line in order.LineItems.Where(line => line.RequiresShipping))
        foreach (var address in AddressesOf(line))
            if (Find(all, address) is null)
                all.Add(address with { Id = address.Id is { Length: > 0 } id ? id : Free(line) });
        return all.ToImmutable();

        string Free(LineItem line) => all.All(a => a.Id != line.Id) ? line.Id : line.Key;
    }

    /// <summary>The id of the order's own address, also before it has one.</summary>
    public static string OwnIdOf(Order order) => order.ShippingAddress?.Id is { Length: > 0 } id ? id : OwnId;

    /// <summary>Something goes elsewhere than to the order's own address.</summary>
    public static bool IsDivided(Order order) => !Elsewhere(order).IsEmpty;

    /// <summary>Every destination; the order's own first, if it has an address and something goes there.</summary>
    public static ImmutableArray<Destination> Of(Order order) =>
        order.ShippingAddress is { } own && Rest(order) is { IsEmpty: false } rest
            ? [new Destination(own with { Id = OwnIdOf(order) }, rest), .. Elsewhere(order)]
            : Elsewhere(order);

    /// <summary>The countries that the order is shipped to; none before it has an address.</summary>
    public static ImmutableArray<string> Countries(Order order) =>
        IsDivided(order) ? [.. Of(order).Where(d => d.IsShippedTo).Select(d => d.Address.CountryCode)]
        : order.ShippingAddress is { } address ? [address.CountryCode]
        : [];

    /// <summary>The destinations other than the order's own, in the order of their addresses.</summary>
    public static ImmutableArray<Destination> Elsewhere(Order order)
    {
        if (!order.LineItems.Any(HasAddress))
            return [];
        var all = Addresses(order);
        var sent = order
            .LineItems.SelectMany(line =>
                Units(line, order, all).Where(units => units.Key.Length > 0).Select(units => (units.Key, new SentLine(line, units.Value)))
            )
            .ToLookup(units => units.Key, units => units.Item2, StringComparer.Ordinal);
        return [.. all.Where(address => sent.Contains(address.Id!)).Select(address => new Destination(address, [.. sent[address.Id!]]))];
    }

    /// <summary>What goes to the order's own address, and what is not shipped.</summary>
    public static ImmutableArray<SentLine> Rest(Order order)
    {
        if (!order.LineItems.Any(HasAddress))
            return [.. order.LineItems.Select(line => new SentLine(line, line.Quantity))];
        var all = Addresses(order);
        return
        [
            .. order
                .LineItems.Select(line => new SentLine(line, Units(line, order, all).GetValueOrDefault("")))
                .Where(sent => sent.Quantity > 0),
        ];
    }

    /// <summary>What goes to the order's own address, as if that were this one; null while there is none.</summary>
    public static Destination Own(Order order, Address? address) =>
        new((address ?? new Address()) with { Id = OwnIdOf(order) }, Rest(order));

    /// <summary>The order as if it held nothing but what goes there: what the rates of a destination are asked with.</summary>
    public static Order Part(Order order, Destination destination) =>
        order with
        {
            ShippingAddress = destination.Address,
            FurtherShippingAddresses = [],
            LineItems = [.. destination.Lines.Select(sent => sent.Part)],
            Shipping = order.Shipping.Destinations is null ? order.Shipping : ShippingOf(order, destination.Id),
        };

    /// <summary>
    /// One rate is that of the whole order, whatever its destinations: it came with the order, a plugin set it, or the order has one
    /// destination.
    /// </summary>
    public static bool HasOneRate(Order order) =>
        order.ShippingSupplied || order.Plugins.ShippingRate is not null || order.Shipping.Destinations is null;

    /// <summary>What a destination is offered, and what is selected for it.</summary>
    public static OrderShipping ShippingOf(Order order, string id) =>
        order.Shipping.Destinations is { } all ? all.GetValueOrDefault(id) ?? new OrderShipping()
        : id == OwnIdOf(order) ? order.Shipping
        : new OrderShipping();

    /// <summary>What can be chosen for an address, and what is; nothing where nothing is sent there.</summary>
    public static OrderShipping OfferedTo(Order order, string id) =>
        Of(order).All(d => d.Id != id) ? new OrderShipping()
        : HasOneRate(order) ? order.Shipping
        : ShippingOf(order, id);

    /// <summary>Something is shipped to a destination that has no rate yet.</summary>
    public static bool LackRate(Order order) =>
        order.RequiresShipping
        && (
            order.ShippingSupplied || order.Plugins.ShippingRate is not null || !IsDivided(order)
                ? order.Shipping.Selected is null
                : Of(order).Any(d => d.IsShippedTo && ShippingOf(order, d.Id).Selected is null)
        );

    /// <summary>
    /// Units that were shipped to a destination, by line item key. Of a line that is divided they count for its destinations in their
    /// order: nobody says which were shipped where.
    /// </summary>
    public static ImmutableDictionary<string, int> ShippedUnits(Order order, Destination destination) =>
        UnitsOf(order, destination, line => line.FulfilledQuantity);

    /// <summary>Units of so many of each line, by line item key, which the destinations have in their order.</summary>
    public static ImmutableDictionary<string, int> UnitsOf(Order order, Destination destination, Func<LineItem, int> units)
    {
        var earlier = Of(order)
            .TakeWhile(d => d.Id != destination.Id)
            .SelectMany(d => d.Lines)
            .ToLookup(sent => sent.Line.Key, StringComparer.Ordinal);
        return destination.Lines.ToImmutableDictionary(
            sent => sent.Line.Key,
            sent => Math.Clamp(units(sent.Line) - earlier[sent.Line.Key].Sum(before => before.Quantity), 0, sent.Quantity),
            StringComparer.Ordinal
        );
    }

    /// <summary>How many units of a line go to which address, by its id; blank is the order's own.</summary>
    internal static ImmutableDictionary<string, int> Units(LineItem line, Order order, ImmutableArray<Address> all)
    {
        var units = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var left = line.Quantity;
        foreach (var part in line.RequiresShipping ? line.Divided ?? [] : [])
            Add(part.Address, Math.Min(left, part.Quantity));
        Add(line.RequiresShipping ? line.ShippingAddress : null, left);
        return units.ToImmutable();

        void Add(Address? address, int quantity)
        {
            if (quantity <= 0)
                return;
            var id = address is null ? "" : Find(all, address)?.Id ?? "";
            if (order.ShippingAddress is not null && id == OwnIdOf(order))
                id = "";
            units[id] = units.GetValueOrDefault(id) + quantity;
            left -= quantity;
        }
    }

    private static bool HasAddress(LineItem line) =>
        line.RequiresShipping && (line.ShippingAddress is not null || line.Divided is not null);

    private static IEnumerable<Address> AddressesOf(LineItem line) =>
        (line.Divided ?? []).Select(part => part.Address).Concat(line.ShippingAddress is { } address ? [address] : []);

    /// <summary>By id where the address has one, otherwise by what it says.</summary>
    private static Address? Find(IEnumerable<Address> all, Address address)
    {
        if (address.Id is { Length: > 0 } id)
            return all.FirstOrDefault(a => a.Id == id);
        var bare = Bare(address);
        return all.FirstOrDefault(a => Bare(a) == bare);
    }

    private static Address Bare(Address address) => address with { Id = null, CustomFields = [] };
}
