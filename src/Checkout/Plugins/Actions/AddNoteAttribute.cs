using System.Text.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets a note attribute.</summary>
internal static class AddNoteAttribute
{
    internal sealed record Data(string Name = "", JsonElement Value = default);

    public static readonly PluginAction Action = PluginAction.Of(
        "add_note_attribute",
        PluginScopes.ModifyOrder,
        "Sets a note attribute",
        PluginJson.Default.AddNoteAttribute,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.Name.Length == 0)
            return Problem.Invalid("name", "The attribute needs a name.");
        if (data.Value.ValueKind is JsonValueKind.Undefined)
            return Problem.Invalid("value", "The attribute needs a value.");
        return order with
        {
            MetaData = order.MetaData with { NoteAttributes = order.MetaData.NoteAttributes.SetItem(data.Name, data.Value.Clone()) },
        };
    }
}
