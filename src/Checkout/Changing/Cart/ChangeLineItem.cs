using Checkout.Changing.Shipping;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Cart;

/// <summary>Changes how many of a line are bought, or takes the line off (docs/contract/storefront.md#items).</summary>
public static class ChangeLineItem
{
    public const int MaxQuantity = 9_999;

    /// <summary>Errors: no such line; a quantity that is not from 1 to 9,999.</summary>
    public static Result<Order> Update(Order order, Shop shop, string key, int quantity, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (quantity is < 1 or > MaxQuantity)
            return Problem.Invalid("quantity", $"quantity must be from 1 to {MaxQuantity}.", "out_of_range");
        if (order.Line(key) is not { } line)
            return NoSuchLine();
        if (line.Quantity == quantity)
            return order;
        var changed = order with { LineItems = order.LineItems.Replace(line, line.Resized(quantity)) };
        return Relist.After(changed.Record("line_item.changed", occasion, detail: key), shop);
    }

    /// <summary>Puts another product in a line's place, made by <see cref="CartItems"/>; key, id and address of the line stay.</summary>
    public static Result<Order> Replace(Order order, Shop shop, LineItem line, LineItem product, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var changed = order with
        {
            LineItems = order.LineItems.Replace(
                line,
                product with
                {
                    Key = line.Key,
                    Id = line.Id,
                    ShippingAddress = line.ShippingAddress,
                    Divided = line.Resized(product.Quantity).Divided,
                }
            ),
        };
        return Relist.After(changed.Record("line_item.changed", occasion, detail: line.Key), shop);
    }

    public static Result<Order> Remove(Order order, Shop shop, string key, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (order.Line(key) is not { } line)
            return NoSuchLine();
        var changed = order with
        {
            LineItems = order.LineItems.Remove(line),
            Taxes = order.Taxes is { } taxes ? taxes with { Lines = taxes.Lines.Remove(key) } : null,
        };
        return Relist.After(changed.Record("line_item.removed", occasion, detail: key), shop);
    }

    /// <summary>Puts new lines on the order, made by <see cref="CartItems"/>.</summary>
    public static Result<Order> Add(Order order, Shop shop, IEnumerable<LineItem> lines, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var changed = order;
        foreach (var line in lines)
            changed = (changed with { LineItems = changed.LineItems.Add(line) }).Record("line_item.added", occasion, detail: line.Key);
        return Relist.After(changed, shop);
    }

    private static Problem NoSuchLine() => Problem.Invalid("line_item_key", "The order has no line with this key.", "line_item_not_found");
}
