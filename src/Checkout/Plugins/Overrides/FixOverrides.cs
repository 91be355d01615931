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
}
