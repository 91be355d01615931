using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Sets a property of a line. Plugins send name and value nested or flat: both are read
/// (docs/contract/decisions.md#d16).
/// </summary>
internal static class AddLineItemProperty
{
    /// <param name="LineItemKey">The line.</param>
    /// <param name="Name">Of the property, where it is not nested.</param>
    /// <param name="Property">Name and value together.</param>
    [AnyOf("The property needs a name and a value.", "name value", "property")]
    internal sealed record Data([property: Needed(PluginLines.NoKey)] string LineItemKey = "", string Name = "", Pair? Property = null)
    {
        /// <summary>Any value.</summary>
        public JsonElement Value { get; init; }
    }

    /// <param name="Name">Of the property.</param>
    internal sealed record Pair([property: Needed("The property needs a name.")] string Name = "")
    {
        /// <summary>Any value.</summary>
        [Needed("The property needs a value.")]
        public JsonElement Value { get; init; }
    }

    public static readonly PluginAction Action = PluginAction.Of(
        "add_line_item_property",
        PluginScopes.ModifyCart,
        "Sets a property of a line item",
        """{"line_item_key":"line-1","name":"color","value":"blue"}""",
        PluginJson.Default.AddLineItemProperty,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var (name, value) = data.Property is { } nested ? (nested.Name, nested.Value) : (data.Name, data.Value);
        return order.ChangeLine(data.LineItemKey, line => line with { Properties = line.Properties.SetItem(name, value.Clone()) });
    }
}
