using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Changing.Shipping;

/// <summary>Offers lines to an order and selects one, for each of its destinations.</summary>
public static class SelectShippingLine
{
    /// <summary>
    /// Puts the lines on an order that goes to one address, with what plugins make of them. A selection stays when its code is still
    /// offered, at the new amount; otherwise it is dropped.
    /// </summary>
    public static Order Offer(Order order, ImmutableArray<ShippingLine> lines)
    {
        var offered = Offered(order.Shipping, lines, order.Plugins);
        return
            order.Shipping.Offered.SequenceEqual(lines)
            && order.Shipping.Available.SequenceEqual(offered.Available)
            && order.Shipping.Selected == offered.Selected
            && order.Shipping.Destinations is null
            ? order
            : order with
            {
                Shipping = offered,
            };
    }

    /// <summary>The lines that were offered, seen through what plugins have arranged now.</summary>
    public static Order Reoffer(Order order) =>
        order.Shipping.Destinations is null
            ? Offer(order, order.Shipping.Offered)
            : DestinationRates.Offer(order, d => OrderDestinations.ShippingOf(order, d.Id).Offered);

    /// <summary>
    /// Selects by id among the available lines, for the destination that the line is of; a code, when given, must be that line's
    /// (field index or code).
    /// </summary>
    public static Result<Order> Decide(Order order, string index, string? code)
    {
        if (order.IsFinal)
            return Problem.Processed();
        if (!OrderDestinations.HasOneRate(order))
            return DestinationRates.Find(order, index) is not { } found ? NoSuchLine()
                : IsOther(code, found.Line) ? OtherCode()
                : DestinationRates.Select(order, found.Destination.Id, found.Line);
        if (order.Shipping.Available.FirstOrDefault(line => line.Id == index) is not { } line)
            return NoSuchLine();
        if (IsOther(code, line))
            return OtherCode();
        return order.Shipping.Selected == line ? order : order with { Shipping = order.Shipping with { Selected = line } };
    }

    /// <summary>Selects one of the lines that a destination is offered; the other destinations keep theirs.</summary>
    public static Result<Order> For(Order order, string destinationId, string lineId)
    {
        if (order.IsFinal)
            return Problem.Processed();
        if (OrderDestinations.HasOneRate(order))
            return Decide(order, lineId, code: null);
        return OrderDestinations.ShippingOf(order, destinationId).Available.FirstOrDefault(line => line.Id == lineId) is { } line
            ? DestinationRates.Select(order, destinationId, line)
            : NoSuchLine();
    }

    /// <summary>
    /// Keeps what is selected and takes the cheapest line where nothing is: what the command calculate_shipping does
    /// (docs/contract/create-order.md#commands), and a wallet, which needs one to show a total.
    /// </summary>
    public static Order Cheapest(Order order) =>
        OrderDestinations.HasOneRate(order)
            ? order.Shipping.Selected is null && order.Shipping.Available.Length > 0
                ? order with
                {
                    Shipping = order.Shipping with { Selected = order.Shipping.Available.MinBy(line => line.Amount) },
                }
                : order
            : DestinationRates.Put(order, d => Cheapest(OrderDestinations.ShippingOf(order, d.Id)));

    /// <summary>What is offered, on an order that goes to one address, with the cheapest line where none was selected.</summary>
    public static Order Calculate(Order order, ImmutableArray<ShippingLine> lines) => Cheapest(Offer(order, lines));

    internal static OrderShipping Offered(OrderShipping held, ImmutableArray<ShippingLine> lines, PluginState plugins)
    {
        var available = ShippingAdjustments.Apply(lines, plugins);
        var selected = held.Selected is { } now ? available.FirstOrDefault(line => line.Code == now.Code) : null;
        return new OrderShipping
        {
            Offered = lines,
            Available = available,
            Selected = selected ?? available.FirstOrDefault(line => line.Preselected),
        };
    }

    private static OrderShipping Cheapest(OrderShipping shipping) =>
        shipping with
        {
            Selected = shipping.Selected ?? shipping.Available.MinBy(line => line.Amount),
        };

    private static bool IsOther(string? code, ShippingLine line) => !string.IsNullOrEmpty(code) && line.Code != code;

    private static Problem NoSuchLine() => new("There is no such shipping line.", "shipping_line", "index", "shipping_line");

    private static Problem OtherCode() => new("The code is not that of the shipping line.", "shipping_line", "code", "shipping_line");
}
