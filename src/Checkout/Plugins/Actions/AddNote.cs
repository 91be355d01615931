using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Appends a note as a line of its own; a note that is already there is not repeated.</summary>
internal static class AddNote
{
    internal sealed record Data(string Note = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_note",
        PluginScopes.ModifyOrder,
        "Appends a note",
        PluginJson.Default.AddNote,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.Note.Length == 0)
            return Problem.Invalid("note", "The note is empty.");
        var notes = order.MetaData.Notes;
        if (("\n" + notes + "\n").Contains("\n" + data.Note + "\n", StringComparison.Ordinal))
            return order;
        return order with { MetaData = order.MetaData with { Notes = notes.Length == 0 ? data.Note : notes + "\n" + data.Note } };
    }
}
