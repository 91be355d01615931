using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Shipping lines from the override where there is one, from the shop's zones otherwise.</summary>
public sealed class ShippingOverride(OverrideCalls overrides, IOverrideQuestions questions) : IShippingLines
{
    public async Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Shipping) is not { } @override)
            return ShippingRates.For(order, shop, address);
        if (@override.ByAuthority)
            return await OfAuthority(order, shop, address, cancellation);
        var answer = await overrides.Ask(
            @override,
            OverrideKinds.Shipping,
            questions.Shipping(order, shop, await overrides.OnHand(order, cancellation), address),
            cancellation
        );
        return answer.Map(lines => lines.ToImmutableArray());
    }

    private async Task<Result<ImmutableArray<ShippingLine>>> OfAuthority(
        Order order,
        Shop shop,
        Address address,
        CancellationToken cancellation
    )
    {
        var change = new StateChange(address == order.ShippingAddress ? StateChange.GetShippingLines : StateChange.EstimateShipping);
        var state = await overrides.State(order with { ShippingAddress = address }, shop, change, cancellation);
        return state.Map(told => told.ShippingLines ?? []);
    }
}
