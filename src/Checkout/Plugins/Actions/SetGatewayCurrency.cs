using Checkout.Orders;

namespace Checkout.Plugins.Actions;

/// <summary>Takes the gateway that works in a currency; the shop must have one.</summary>
internal static class SetGatewayCurrency
{
    internal sealed record Data(string Currency = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_gateway_currency", PluginScopes.ModifyCurrency, "Takes the gateways of a currency", PluginJson.Default.SetGatewayCurrency, Apply);

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var code = data.Currency.ToUpperInvariant();
        return context.Shop.Gateways.Any(gateway => (gateway.Currency ?? context.Shop.Currency) == code)
            ? order with { GatewayCurrency = code }
            : Problem.Invalid("currency", "The shop has no gateway in this currency.");
    }
}
