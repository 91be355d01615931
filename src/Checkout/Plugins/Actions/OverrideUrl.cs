using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;

namespace Checkout.Plugins.Actions;

/// <summary>
/// The data of an override action. A plugin's override wins over the shop's; of several plugins the last wins
/// (docs/contract/overrides.md#who-answers).
/// </summary>
/// <param name="Url">Where questions are posted, absolute.</param>
internal sealed record OverrideUrl([property: Needed("The URL must be absolute.")] string Url = "")
{
    public Result<Order> Set(Order order, string kind, ActionContext context) =>
        Uri.TryCreate(Url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? order with
            {
                Plugins = order.Plugins with
                {
                    Overrides = order.Plugins.Overrides.SetItem(
                        kind,
                        new OrderOverride(Url, context.Plugin.Uuid, context.Plugin.ClientSecret)
                    ),
                    FinalInventory = kind == OverrideKinds.Inventory ? null : order.Plugins.FinalInventory,
                },
            }
            : Problem.Invalid("url", "The URL must be absolute.");
}
