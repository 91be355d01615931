using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>Buy online, pick up in store: hides sections of the page and sends the order to the store's address.</summary>
internal static class FlagOrderAsBopis
{
    /// <param name="FlagOrderAsBopis">False takes it back.</param>
    /// <param name="HiddenSections">Sections of the page with true; shipping_address when none is named.</param>
    internal sealed record Data(
        [property: Needed("The flag is missing.")] bool? FlagOrderAsBopis = null,
        IReadOnlyDictionary<string, bool>? HiddenSections = null
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "flag_order_as_bopis",
        PluginScopes.ModifyShipping,
        "Makes the order one that is picked up in the store",
        """{"flag_order_as_bopis":true,"hidden_sections":{"shipping_address":true}}""",
        PluginJson.Default.FlagOrderAsBopis,
        Apply
    );

    private static readonly ImmutableDictionary<string, bool> ByDefault = ImmutableDictionary<string, bool>.Empty.Add(
        "shipping_address",
        true
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var flag = data.FlagOrderAsBopis!.Value;
        var sections = data.HiddenSections is { Count: > 0 } named ? named.ToImmutableDictionary(StringComparer.Ordinal) : ByDefault;
        return PluginShipping.Relisted(
            order with
            {
                ShippingAddress = flag
                    ? PluginAddress.OfStore(context.Shop, order.ShippingAddress ?? order.BillingAddress)
                    : order.ShippingAddress,
                Plugins = order.Plugins with { Bopis = new Bopis(flag, flag ? sections : ImmutableDictionary<string, bool>.Empty) },
            },
            context.Shop
        );
    }
}
