using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Appends a note as a line of its own; a note that is already there is not repeated.</summary>
internal static class AddNote
{
    /// <param name="Note">A line of text.</param>
    internal sealed record Data([property: Needed("The note is empty.")] string Note = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "add_note",
        PluginScopes.ModifyOrder,
        "Appends a note",
        """{"note":"Ring twice"}""",
        PluginJson.Default.AddNote,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var notes = order.MetaData.Notes;
        if (("\n" + notes + "\n").Contains("\n" + data.Note + "\n", StringComparison.Ordinal))
            return order;
        return order with { MetaData = order.MetaData with { Notes = notes.Length == 0 ? data.Note : notes + "\n" + data.Note } };
    }
}
