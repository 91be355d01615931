using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets cart parameters; a key used before is overwritten.</summary>
internal static class AddCartParams
{
    internal sealed record Data
    {
        /// <summary>What to set, by key.</summary>
        [Needed("The cart parameters are missing."), PhpObject("The cart parameters must be an object.")]
        public JsonElement CartParams { get; init; }
    }

    public static readonly PluginAction Action = PluginAction.Of(
        "add_cart_params",
        PluginScopes.ModifyOrder,
        "Sets cart parameters",
        """{"cart_params":{"gift_message":"For you"}}""",
        PluginJson.Default.AddCartParams,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.CartParams.ValueKind is not JsonValueKind.Object)
            return order;
        return order with
        {
            MetaData = order.MetaData with
            {
                CartParameters = order.MetaData.CartParameters.SetItems(
                    data.CartParams.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Clone()))
                ),
            },
        };
    }
}
