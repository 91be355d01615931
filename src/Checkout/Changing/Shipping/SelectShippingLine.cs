using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Changing.Shipping;

/// <summary>Offers lines to an order and selects one.</summary>
public static class SelectShippingLine
{
    /// <summary>
    /// Puts the lines on the order, with what plugins make of them. A selection stays when its code is still offered, at the new amount;
    /// otherwise it is dropped.
    /// </summary>
    public static Order Offer(Order order, ImmutableArray<ShippingLine> lines)
    {
        var available = ShippingAdjustments.Apply(lines, order.Plugins);
        var selected = order.Shipping.Selected is { } now ? available.FirstOrDefault(line => line.Code == now.Code) : null;
        selected ??= available.FirstOrDefault(line => line.Preselected);
        return
            order.Shipping.Offered.SequenceEqual(lines)
            && order.Shipping.Available.SequenceEqual(available)
            && order.Shipping.Selected == selected
            ? order
            : order with
            {
                Shipping = new OrderShipping
                {
                    Offered = lines,
                    Available = available,
                    Selected = selected,
                },
            };
    }

    /// <summary>Selects by id among the available lines; a code, when given, must be that line's (field index or code).</summary>
    public static Result<Order> Decide(Order order, string index, string? code)
    {
        if (order.IsFinal)
            return Problem.Processed();
        if (order.Shipping.Available.FirstOrDefault(line => line.Id == index) is not { } line)
            return new Problem("There is no such shipping line.", "shipping_line", "index", "shipping_line");
        if (!string.IsNullOrEmpty(code) && line.Code != code)
            return new Problem("The code is not that of the shipping line.", "shipping_line", "code", "shipping_line");
        return order.Shipping.Selected == line ? order : order with { Shipping = order.Shipping with { Selected = line } };
    }

    /// <summary>
    /// Keeps the selection when it is still offered and takes the cheapest line otherwise: what the command
    /// calculate_shipping does (docs/contract/create-order.md#commands).
    /// </summary>
    public static Order Calculate(Order order, ImmutableArray<ShippingLine> lines)
    {
        var offered = Offer(order, lines);
        return offered.Shipping.Selected is null && offered.Shipping.Available.Length > 0
            ? offered with
            {
                Shipping = offered.Shipping with { Selected = offered.Shipping.Available.MinBy(line => line.Amount) },
            }
            : offered;
    }
}
