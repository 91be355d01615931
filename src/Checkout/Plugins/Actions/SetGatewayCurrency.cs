using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Takes the gateways that work in a currency. A gateway is charged what the order says, in the order's currency, so it must be
/// that one: a plugin that wants another sets the order's currency, with its rate, first.
/// </summary>
internal static class SetGatewayCurrency
{
    /// <param name="Currency">ISO 4217: the order's.</param>
    internal sealed record Data([property: Needed("The currency is missing.")] string Currency = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_gateway_currency",
        PluginScopes.ModifyCurrency,
        "Takes the gateways of the order's currency",
        """{"currency":"CAD"}""",
        PluginJson.Default.SetGatewayCurrency,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var code = data.Currency.ToUpperInvariant();
        if (!context.Shop.Gateways.Any(gateway => (gateway.Currency ?? context.Shop.Currency) == code))
            return Problem.Invalid("currency", "The shop has no gateway in this currency.");
        return code == order.Currency.Code
            ? order with
            {
                GatewayCurrency = code,
            }
            : Problem.Invalid("currency", $"The order is in {order.Currency.Code} and would be charged in it: set_currency comes first.");
    }
}
