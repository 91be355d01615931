using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Sets the one shipping rate of the order and selects it. Adjustments made before it are dropped, later ones apply to
/// it.
/// </summary>
internal static class SetShippingRate
{
    private const string NoPrice = "The price must be a number of minor units that is not negative.";

    /// <param name="ShippingRate">The rate.</param>
    internal sealed record Data([property: Needed("The shipping rate is missing.")] Rate? ShippingRate = null);

    /// <param name="Price">Minor units.</param>
    /// <param name="Name">What the shopper reads.</param>
    /// <param name="Code">The platform's code for it.</param>
    internal sealed record Rate(
        [property: Needed(NoPrice), Between(NoPrice, 0, AmountLimits.Field)] long? Price = null,
        [property: Needed("The shipping rate needs a name.")] string Name = "",
        string Code = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_shipping_rate",
        PluginScopes.ModifyShipping,
        "Sets and selects the shipping rate",
        """{"shipping_rate":{"price":1000,"name":"Fixed rate","code":"fixed"}}""",
        PluginJson.Default.SetShippingRate,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var rate = data.ShippingRate!;
        var line = new ShippingLine("0", rate.Name, rate.Price!.Value, rate.Code);
        var offered = PluginShipping.Offered(order with { Plugins = order.Plugins with { ShippingRate = line, ShippingAdjustments = [] } });
        return offered with { Shipping = offered.Shipping with { Selected = line } };
    }
}
