using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Addresses;

/// <summary>
/// Changes the several places that an order may go to (docs/contract/bigcommerce.md#consignment), and what goes to each
/// (<see cref="OrderDestinations"/>).
/// </summary>
public static class ShippingAddresses
{
    public const int MostFurther = 50;

    /// <summary>The first becomes the order's own. One with an id that is there already takes that one's place.</summary>
    /// <param name="verdict">What an address override found; null applies the built-in rules.</param>
    public static Result<Order> Add(Order order, Shop shop, Address address, Occasion occasion, ImmutableArray<Problem>? verdict = null)
    {
        if (order.ShippingAddress is null)
            return SetAddress.Decide(order, shop, AddressKind.Shipping, address, occasion, verdict);
        if (address.Id is { Length: > 0 } known && OrderDestinations.Addresses(order).Any(a => a.Id == known))
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
        if (OrderDestinations.Addresses(order).All(a => a.Id != id))
            return order.ClosedBecause ?? NoSuchAddress();
        if (order.ShippingAddress is { } own && IsOwn(order, id))
            return SetAddress.Decide(order, shop, AddressKind.Shipping, address with { Id = own.Id }, occasion, verdict);
        return Checked(order, shop, address with { Id = id }, verdict)
            .Map(fine =>
                Relist.After(
                    (
                        order with
                        {
                            FurtherShippingAddresses = [.. order.FurtherShippingAddresses.Select(a => a.Id == id ? fine : a)],
                            LineItems = SentUnitsOf.Replace(order, id, fine),
                        }
                    ).Record("shipping_address.changed", occasion),
                    shop,
                    order
                )
            );
    }

    /// <summary>
    /// Sends units of lines to one of the addresses. They are taken from the order's own address first; what a line has there beyond
    /// the quantity goes to the order's own address, which keeps what has no other.
    /// </summary>
    /// <param name="quantities">Units by the id of the line, none more than the line has; null sends all of it.</param>
    public static Result<Order> Send(
        Order order,
        Shop shop,
        string addressId,
        IReadOnlyDictionary<string, int?> quantities,
        Occasion occasion
    )
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (OrderDestinations.Addresses(order).All(a => a.Id != addressId))
            return NoSuchAddress();
        var to = IsOwn(order, addressId) ? "" : addressId;
        var sent = SentUnitsOf
            .Change(
                order,
                (line, units) => quantities.TryGetValue(line.Id, out var quantity) ? units.Send(to, quantity ?? line.Quantity) : units
            )
            .Record("line_items.readdressed", occasion, detail: addressId);
        return Divided(sent, shop, order);
    }

    /// <summary>As Send, and what else went there goes to the order's own address; that one keeps what has no other.</summary>
    public static Result<Order> SendOnly(
        Order order,
        Shop shop,
        string addressId,
        IReadOnlyDictionary<string, int?> quantities,
        Occasion occasion
    ) =>
        Send(
            IsOwn(order, addressId)
                ? order
                : SentUnitsOf.Change(order, (line, units) => quantities.ContainsKey(line.Id) ? units : units.Send(addressId, 0)),
            shop,
            addressId,
            quantities,
            occasion
        );

    /// <summary>
    /// Takes an address away; lines that go there go to the order's own. When that one is taken away the next takes its place,
    /// and without a next the order has none.
    /// </summary>
    public static Result<Order> Remove(Order order, Shop shop, string id, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (OrderDestinations.Addresses(order).All(a => a.Id != id))
            return NoSuchAddress();
        var isOwn = IsOwn(order, id);
        var own = isOwn ? order.FurtherShippingAddresses.FirstOrDefault() : order.ShippingAddress;
        var gone = isOwn ? own?.Id : id;
        var left = (
            (gone is null ? order : SentUnitsOf.Change(order, (_, units) => units.Send(gone, 0))) with
            {
                ShippingAddress = own,
                FurtherShippingAddresses = [.. order.FurtherShippingAddresses.Where(a => a.Id != gone)],
            }
        ).Record("shipping_address.removed", occasion, detail: id);
        return Relist.After(left, shop, order);
    }

    /// <summary>
    /// The order with the shipping of its destinations. Refused where the remote state authority decides: the cart it has goes to one
    /// address.
    /// </summary>
    internal static Result<Order> Divided(Order order, Shop shop, Order before) =>
        order.HasAuthority && OrderDestinations.IsDivided(order)
            ? Problem.Address("id", "The store's cart goes to one address, and so does this order.", "not_allowed")
            : Relist.After(order, shop, before);

    private static bool IsOwn(Order order, string id) => order.ShippingAddress is not null && id == OrderDestinations.OwnIdOf(order);

    private static Result<Address> Checked(Order order, Shop shop, Address address, ImmutableArray<Problem>? verdict)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var resolved = ResolveAddress.Of(address);
        var problems = verdict ?? AddressRules.Check(resolved, shop, AddressKind.Shipping);
        return problems.IsEmpty ? resolved : problems;
    }

    private static string NextId(Order order)
    {
        var taken = OrderDestinations.Addresses(order).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, MostFurther + taken.Count).Select(n => $"{n}").First(id => !taken.Contains(id));
    }

    private static Problem NoSuchAddress() =>
        Problem.NotFound("The order has no such shipping address.") with
        {
            Type = "address",
            Field = "id",
        };
}
