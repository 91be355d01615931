using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Adds minor units to the price of a unit, or takes them off; the price never falls below zero.</summary>
internal static class AdjustLineItemPrice
{
    private const string NoValue = "The value must be a number of minor units.";

    /// <param name="LineItemKey">The line.</param>
    /// <param name="Value">Minor units for one unit of the line; below zero to take off.</param>
    internal sealed record Data(
        [property: Needed(PluginLines.NoKey)] string LineItemKey = "",
        [property: Needed(NoValue), Between(NoValue, -AmountLimits.Field, AmountLimits.Field)] long? Value = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "adjust_line_item_price",
        PluginScopes.ModifyCart,
        "Changes the price of a line item by an amount",
        """{"line_item_key":"line-1","value":-150}""",
        PluginJson.Default.AdjustLineItemPrice,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var value = data.Value!.Value;
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
