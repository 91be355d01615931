using System.Text.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Sets cart parameters; a key used before is overwritten.</summary>
internal static class AddCartParams
{
    internal sealed record Data(JsonElement CartParams);

    public static readonly PluginAction Action = PluginAction.Of(
        "add_cart_params",
        PluginScopes.ModifyOrder,
        "Sets cart parameters",
        PluginJson.Default.AddCartParams,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        if (data.CartParams is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
            return order;
        if (data.CartParams.ValueKind is not JsonValueKind.Object)
            return Problem.Invalid("cart_params", "The cart parameters must be an object.");
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
