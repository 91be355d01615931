using Checkout.Orders;

namespace Checkout.Plugins.Actions;

/// <summary>What actions do to a line they name by key.</summary>
internal static class PluginLines
{
    public const string NoKey = "The line item key is missing.";

    public static Result<Order> ChangeLine(this Order order, string key, Func<LineItem, LineItem> change)
    {
        return order.Line(key) is { } line
            ? order with
            {
                LineItems = order.LineItems.Replace(line, change(line)),
            }
            : Problem.Invalid("line_item_key", "The order has no line of this key.");
    }

    /// <summary>A line that is replaced, removed or priced again starts without adjustments.</summary>
    public static PluginState WithoutPriceAdjustments(this PluginState plugins, string key) =>
        plugins with
        {
            PriceAdjustments = plugins.PriceAdjustments.RemoveAll(a => a.LineItemKey == key),
        };
}
