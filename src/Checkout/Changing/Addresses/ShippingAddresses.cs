using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Addresses;

/// <summary>
/// The several places an order may go to (docs/contract/bigcommerce.md#consignment): its own shipping address,
/// further ones, and those that plugins gave to lines. A line goes to the order's own address unless it has another.
/// </summary>
public static class ShippingAddresses
{
    public const int MostFurther = 50;

    /// <summary>Of the order's own address when its client gave it none.</summary>
    private const string OwnId = "1";

    /// <summary>Every address with an id, the order's own first.</summary>
    public static ImmutableArray<Address> Of(Order order)
    {
        var all = ImmutableArray.CreateBuilder<Address>();
        if (order.ShippingAddress is { } own)
            all.Add(own with { Id = OwnIdOf(order) });
        all.AddRange(order.FurtherShippingAddresses);
        foreach (var line in order.LineItems)
            if (line is { RequiresShipping: true, ShippingAddress: { } address } && Find(all, address) is null)
                all.Add(address with { Id = address.Id is { Length: > 0 } id ? id : line.Id });
        return all.ToImmutable();
    }

    /// <summary>The address that the line goes to, out of <paramref name="all"/>; null while the order has none.</summary>
    public static Address? Of(LineItem line, Order order, ImmutableArray<Address> all) =>
        line.ShippingAddress is { } address ? Find(all, address)
        : order.ShippingAddress is not null ? all[0]
        : null;

    /// <summary>The first becomes the order's own. One with an id that is there already takes that one's place.</summary>
    /// <param name="verdict">What an address override found; null applies the built-in rules.</param>
    public static Result<Order> Add(Order order, Shop shop, Address address, Occasion occasion, ImmutableArray<Problem>? verdict = null)
    {
        if (order.ShippingAddress is null)
            return SetAddress.Decide(order, shop, AddressKind.Shipping, address, occasion, verdict);
        if (address.Id is { Length: > 0 } known && Of(order).Any(a => a.Id == known))
            return Update(order, shop, known, address, occasion, verdict);
        if (order.FurtherShippingAddresses.Length >= MostFurther)
            return Problem.Address("id", $"An order has at most {MostFurther} further shipping addresses.", "too_many");
        return Checked(order, shop, address, verdict)
            .Map(fine =>
                (
                    order with
                    {
                        FurtherShippingAddresses = order.FurtherShippingAddresses.Add(
                            fine with
                            {
                                Id = fine.Id is { Length: > 0 } id ? id : NextId(order),
                            }
                        ),
                    }
                ).Record("shipping_address.added", occasion)
            );
    }

    /// <summary>Also refused: no address has this id.</summary>
    public static Result<Order> Update(
        Order order,
        Shop shop,
        string id,
        Address address,
        Occasion occasion,
        ImmutableArray<Problem>? verdict = null
    )
    {
        var all = Of(order);
        if (all.FirstOrDefault(a => a.Id == id) is not { } before)
            return order.ClosedBecause ?? NoSuchAddress();
        if (order.ShippingAddress is { } own && id == OwnIdOf(order))
            return SetAddress.Decide(order, shop, AddressKind.Shipping, address with { Id = own.Id }, occasion, verdict);
        return Checked(order, shop, address with { Id = id }, verdict)
            .Map(fine =>
                (
                    order with
                    {
                        FurtherShippingAddresses = [.. order.FurtherShippingAddresses.Select(a => a.Id == id ? fine : a)],
                        LineItems =
                        [
                            .. order.LineItems.Select(line =>
                                line.ShippingAddress is not null && Of(line, order, all)?.Id == before.Id
                                    ? line with
                                    {
                                        ShippingAddress = fine,
                                    }
                                    : line
                            ),
                        ],
                    }
                ).Record("shipping_address.changed", occasion)
            );
    }

    /// <summary>Sends lines to one of the addresses.</summary>
    /// <param name="lineIds">Ids of the lines.</param>
    public static Result<Order> Send(Order order, string addressId, IReadOnlyCollection<string> lineIds, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (Of(order).FirstOrDefault(a => a.Id == addressId) is not { } address)
            return NoSuchAddress();
        var isOwn = order.ShippingAddress is not null && addressId == OwnIdOf(order);
        return (
            order with
            {
                LineItems =
                [
                    .. order.LineItems.Select(line =>
                        lineIds.Contains(line.Id, StringComparer.Ordinal) ? line with { ShippingAddress = isOwn ? null : address } : line
                    ),
                ],
            }
        ).Record("line_items.readdressed", occasion, detail: addressId);
    }

    /// <summary>As Send, and what else went there goes to the order's own address; that one keeps what has no other.</summary>
    public static Result<Order> SendOnly(Order order, string addressId, IReadOnlyCollection<string> lineIds, Occasion occasion)
    {
        var all = Of(order);
        var isOwn = order.ShippingAddress is not null && addressId == OwnIdOf(order);
        var emptied = isOwn
            ? order
            : order with
            {
                LineItems =
                [
                    .. order.LineItems.Select(line =>
                        line.ShippingAddress is not null && Of(line, order, all)?.Id == addressId
                            ? line with
                            {
                                ShippingAddress = null,
                            }
                            : line
                    ),
                ],
            };
        return Send(emptied, addressId, lineIds, occasion);
    }

    /// <summary>
    /// Takes an address away; lines that go there go to the order's own. When that one is taken away the next takes its place,
    /// and without a next the order has none.
    /// </summary>
    public static Result<Order> Remove(Order order, Shop shop, string id, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var all = Of(order);
        if (all.All(a => a.Id != id))
            return NoSuchAddress();
        var isOwn = order.ShippingAddress is not null && id == OwnIdOf(order);
        var own = isOwn ? order.FurtherShippingAddresses.FirstOrDefault() : order.ShippingAddress;
        var gone = isOwn ? own?.Id : id;
        var left = (
            order with
            {
                ShippingAddress = own,
                FurtherShippingAddresses = [.. order.FurtherShippingAddresses.Where(a => a.Id != gone)],
                LineItems =
                [
                    .. order.LineItems.Select(line =>
                        line.ShippingAddress is not null && Of(line, order, all)?.Id == gone ? line with { ShippingAddress = null } : line
                    ),
                ],
            }
        ).Record("shipping_address.removed", occasion, detail: id);
        return Relist.After(left, shop, order.ShippingAddress);
    }

    private static Result<Address> Checked(Order order, Shop shop, Address address, ImmutableArray<Problem>? verdict)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var resolved = ResolveAddress.Of(address);
        var problems = verdict ?? AddressRules.Check(resolved, shop, AddressKind.Shipping);
        return problems.IsEmpty ? resolved : problems;
    }

    private static string OwnIdOf(Order order) => order.ShippingAddress?.Id is { Length: > 0 } id ? id : OwnId;

    private static string NextId(Order order)
    {
        var taken = Of(order).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, MostFurther + taken.Count).Select(n => $"{n}").First(id => !taken.Contains(id));
    }

    /// <summary>By id where the address has one, otherwise by what it says.</summary>
    private static Address? Find(IEnumerable<Address> all, Address address) =>
        all.FirstOrDefault(a => address.Id is { Length: > 0 } id ? a.Id == id : Bare(a) == Bare(address));

    private static Address Bare(Address address) => address with { Id = null, CustomFields = [] };

    private static Problem NoSuchAddress() =>
        Problem.NotFound("The order has no such shipping address.") with
        {
            Type = "address",
            Field = "id",
        };
}
