using System.Collections.Immutable;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>
/// Asks the remote state authority of an order what a change makes of it, before the change is committed: refused there, it is
/// refused here. What an override asks by itself (lines, taxes, a code) is not asked twice.
/// </summary>
public sealed class AskAuthority(IStateAuthority authority)
{
    private static readonly ImmutableArray<string> AskedByOverrides =
    [
        StateChange.GetShippingLines,
        StateChange.ApplyTaxes,
        StateChange.AddDiscountCode,
    ];

    public async ValueTask<Result<Order>> After(Order before, Order after, Shop shop, CancellationToken cancellation)
    {
        if (ReferenceEquals(before, after) || !after.HasAuthority)
            return after;
        ImmutableArray<StateChange> changes =
        [
            .. StateChange.Between(before, after).Where(change => !AskedByOverrides.Contains(change.Name, StringComparer.Ordinal)),
        ];
        return changes.IsEmpty ? after : (await authority.Ask(after, shop, changes, cancellation)).Map(state => Follow(after, state));
    }

    /// <summary>
    /// The order with the lines and discounts of now. Taxes stay until they are asked for (docs/contract/decisions.md, D27).
    /// </summary>
    internal static Order Follow(Order order, RemoteState state)
    {
        if (state.ShippingLines is { } lines && order.ShippingAddress is not null && Decides(order, OverrideKinds.Shipping))
            order = SelectShippingLine.Offer(order, lines);
        return state.Discounts is { } told && Decides(order, OverrideKinds.Discount)
            ? order with
            {
                Discounts = AuthorityDiscounts.After(order.Discounts, told),
            }
            : order;
    }

    /// <summary>A plugin may have put an override of its own in the authority's place.</summary>
    private static bool Decides(Order order, string kind) => OverrideCalls.Of(order, kind) is { ByAuthority: true };
}
