using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets whether a line is taxed. Taxes that no longer apply are removed at once; new ones come when taxes are generated.</summary>
internal static class SetLineItemTaxable
{
    /// <param name="LineItemKey">The line.</param>
    /// <param name="Taxable">Whether it is taxed.</param>
    internal sealed record Data(
        [property: Needed(PluginLines.NoKey)] string LineItemKey = "",
        [property: Needed("The flag is missing.")] bool? Taxable = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_taxable",
        PluginScopes.ModifyCart,
        "Sets whether a line item is taxable",
        """{"line_item_key":"line-1","taxable":false}""",
        PluginJson.Default.SetLineItemTaxable,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        order
            .ChangeLine(data.LineItemKey, line => line with { Taxable = data.Taxable!.Value })
            .Map(next =>
                data.Taxable!.Value || next.Taxes is not { } taxes
                    ? next
                    : next with
                    {
                        Taxes = taxes with { Lines = taxes.Lines.Remove(data.LineItemKey) },
                    }
            );
}
