using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments;

/// <summary>
/// What returned units cost: their price and fees less discounts, with their taxes. The parts of a line add up to the line.
/// </summary>
public static class RefundOfLines
{
    /// <summary>Minor units. Units that came back before are not paid back twice.</summary>
    public static long Of(Order order, ImmutableArray<ReturnedLine> returned)
    {
        var price = OrderPrice.Of(order);
        return returned.Sum(back => price.Lines.Where(line => line.Line.Key == back.LineItemKey).Sum(line => Of(line, back.Quantity)));
    }

    /// <summary>Refused: a line that the order does not have, one named twice, or more units than are left of it.</summary>
    public static Problem? Refusal(Order order, ImmutableArray<ReturnedLine> returned)
    {
        foreach (var (key, quantity) in returned)
        {
            if (order.Line(key) is not { } line)
                return Problem.Invalid("line_items", $"The order has no line item «{key}».", "line_item_not_found");
            if (returned.Count(r => r.LineItemKey == key) > 1)
                return Problem.Invalid("line_items", $"The line item «{key}» is named twice.", "line_item_repeated");
            var left = line.Quantity - line.RestockedQuantity;
            if (quantity > left)
                return Problem.Invalid("line_items", $"Of the line item «{key}» at most {left} can come back.", "out_of_range");
        }

        return null;
    }

    private static long Of(PricedLine priced, int quantity)
    {
        var whole = priced.Net + priced.Taxes.Where(tax => !tax.IsIncluded).Sum(tax => tax.Value);
        var before = priced.Line.RestockedQuantity;
        return Part(before + quantity) - Part(before);

        long Part(int units) => Rounding.ToMinorUnits((decimal)whole * units / priced.Line.Quantity);
    }
}
