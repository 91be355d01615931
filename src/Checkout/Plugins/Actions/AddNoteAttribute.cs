using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets a note attribute.</summary>
internal static class AddNoteAttribute
{
    /// <param name="Name">Of the attribute; one of that name is overwritten.</param>
    internal sealed record Data([property: Needed("The attribute needs a name.")] string Name = "")
    {
        /// <summary>Any value.</summary>
        [Needed("The attribute needs a value.")]
        public JsonElement Value { get; init; }
    }

    public static readonly PluginAction Action = PluginAction.Of(
        "add_note_attribute",
        PluginScopes.ModifyOrder,
        "Sets a note attribute",
        """{"name":"gift","value":"yes"}""",
        PluginJson.Default.AddNoteAttribute,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order with
        {
            MetaData = order.MetaData with { NoteAttributes = order.MetaData.NoteAttributes.SetItem(data.Name, data.Value.Clone()) },
        };
}
