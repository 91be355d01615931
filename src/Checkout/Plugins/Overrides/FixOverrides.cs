using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Overrides;

/// <summary>The overrides that a shop has registered, fixed on an order when it begins (docs/contract/overrides.md#who-answers).</summary>
public static class FixOverrides
{
    public static ImmutableDictionary<string, OrderOverride> Of(Shop shop) =>
        shop
            .Overrides.Where(o => OverrideKinds.Has(o.Type))
            .Aggregate(
                ImmutableDictionary<string, OrderOverride>.Empty,
                (all, o) => all.SetItem(o.Type, new OrderOverride(o.Url, null, o.SharedSecret))
            );

    /// <summary>
    /// An order of a platform's cart has the overrides with those kinds that the shop's remote state authority decides in their place.
    /// Which cart that is stays as it is from here on.
    /// </summary>
    public static Order WithAuthority(Order order, Shop shop) =>
        shop.RemoteStateAuthority is { Decides: true } authority && PlatformCartOf(order) is { } cart
            ? order with
            {
                Plugins = order.Plugins with
                {
                    AuthorityCartId = cart,
                    Overrides = Kinds(authority.Protocol)
                        .Aggregate(
                            order.Plugins.Overrides,
                            (all, kind) => all.SetItem(kind, new OrderOverride(authority.Url, null) { ByAuthority = true })
                        ),
                },
            }
            : order;

    /// <summary>The cart that the order began with, or the quote that Magento's module names; null without one.</summary>
    private static string? PlatformCartOf(Order order) =>
        order.CartId is { Length: > 0 } named ? named
        : order.MetaData.CartParameters.TryGetValue("quote_id", out var quote) && quote.ToString() is { Length: > 0 } id ? id
        : null;

    private static ImmutableArray<string> Kinds(AuthorityProtocol protocol) =>
        protocol is AuthorityProtocol.MagentoCart
            ? [OverrideKinds.Discount, OverrideKinds.Inventory, OverrideKinds.Shipping, OverrideKinds.Tax]
            : [OverrideKinds.Discount, OverrideKinds.Shipping, OverrideKinds.Tax];
}
