using System.Text.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Sets a property of a line. Plugins send name and value nested or flat: both are read
/// (docs/contract/decisions.md#d16).
/// </summary>
internal static class AddLineItemProperty
{
    internal sealed record Data(string LineItemKey = "", string Name = "", JsonElement Value = default, Pair? Property = null);

    internal sealed record Pair(string Name = "", JsonElement Value = default);

    public static readonly PluginAction Action = PluginAction.Of(
        "add_line_item_property",
        PluginScopes.ModifyCart,
        "Sets a property of a line item",
        PluginJson.Default.AddLineItemProperty,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var (name, value) = data.Property is { } nested ? (nested.Name, nested.Value) : (data.Name, data.Value);
        if (name.Length == 0)
            return Problem.Invalid("name", "The property needs a name.");
        if (value.ValueKind is JsonValueKind.Undefined)
            return Problem.Invalid("value", "The property needs a value.");
        return order.ChangeLine(data.LineItemKey, line => line with { Properties = line.Properties.SetItem(name, value.Clone()) });
    }
}
