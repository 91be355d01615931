using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets whether a line is taxed. Taxes that no longer apply are removed at once; new ones come when taxes are generated.</summary>
internal static class SetLineItemTaxable
{
    internal sealed record Data(string LineItemKey = "", bool? Taxable = null);

    public static readonly PluginAction Action = PluginAction.Of(
        "set_line_item_taxable",
        PluginScopes.ModifyCart,
        "Sets whether a line item is taxable",
        PluginJson.Default.SetLineItemTaxable,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context) =>
        data.Taxable is not { } taxable
            ? Problem.Invalid("taxable", "The flag is missing.")
            : order
                .ChangeLine(data.LineItemKey, line => line with { Taxable = taxable })
                .Map(next =>
                    taxable || next.Taxes is not { } taxes
                        ? next
                        : next with
                        {
                            Taxes = taxes with { Lines = taxes.Lines.Remove(data.LineItemKey) },
                        }
                );
}
