using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds minor units to the price of a unit, or takes them off; the price never falls below zero.</summary>
internal static class AdjustLineItemPrice
{
    public static readonly PluginAction Action = PluginAction.Of(
        "adjust_line_item_price",
        PluginScopes.ModifyCart,
        "Changes the price of a line item by an amount",
        PluginJson.Default.LinePrice,
        Apply
    );

    private static Result<Order> Apply(Order order, LinePrice data, ActionContext context)
    {
        if (data.Value is not { } value || Math.Abs(value) > AmountLimits.Field)
            return Problem.Invalid("value", "The value must be a number of minor units.");
        var before = order.Plugins.PriceAdjustments.FirstOrDefault(a => a.Id == context.Id && a.LineItemKey == data.LineItemKey);
        return order
            .ChangeLine(data.LineItemKey, line => line with { Price = line.Price + value - (before?.Value ?? 0) })
            .Then(next =>
            {
                // What counts is how far the price moved, so that the same action raised again moves it back by that much first.
                var line = next.Line(data.LineItemKey)!;
                var below = Math.Min(0, line.Price);
                var made = new PriceAdjustment(context.Id, data.LineItemKey, value - below);
                var adjustments = next.Plugins.PriceAdjustments;
                return (Result<Order>)(
                    next with
                    {
                        LineItems = next.LineItems.Replace(line, line with { Price = line.Price - below }),
                        Plugins = next.Plugins with
                        {
                            PriceAdjustments = before is null ? adjustments.Add(made) : adjustments.Replace(before, made),
                        },
                    }
                );
            });
    }
}

/// <param name="Value">Minor units for one unit of the line.</param>
internal sealed record LinePrice(string LineItemKey = "", long? Value = null);
