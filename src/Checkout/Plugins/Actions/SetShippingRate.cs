using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Sets the one shipping rate of the order and selects it. Adjustments made before it are dropped, later ones apply to
/// it.
/// </summary>
internal static class SetShippingRate
{
    internal sealed record Data(Rate? ShippingRate = null);

    internal sealed record Rate(long? Price = null, string Name = "", string Code = "");

    public static readonly PluginAction Action = PluginAction.Of(
        "set_shipping_rate",
        PluginScopes.ModifyShipping,
        "Sets and selects the shipping rate",
        PluginJson.Default.SetShippingRate,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.ShippingRate is not { } rate)
            return Problem.Invalid("shipping_rate", "The shipping rate is missing.");
        if (rate.Price is not { } price || price is < 0 or > AmountLimits.Field)
            return Problem.Invalid("shipping_rate.price", "The price must be a number of minor units that is not negative.");
        if (rate.Name.Length == 0)
            return Problem.Invalid("shipping_rate.name", "The shipping rate needs a name.");
        var line = new ShippingLine("0", rate.Name, price, rate.Code);
        var offered = PluginShipping.Offered(order with { Plugins = order.Plugins with { ShippingRate = line, ShippingAdjustments = [] } });
        return offered with { Shipping = offered.Shipping with { Selected = line } };
    }
}
