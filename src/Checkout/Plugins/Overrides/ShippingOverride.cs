using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Shipping lines from the override where there is one, from the shop's zones otherwise.</summary>
public sealed class ShippingOverride(OverrideCalls overrides, IOverrideQuestions questions, IStateAuthority authority) : IShippingLines
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

    /// <summary>Lines that it leaves out stay those of the order; of another address the order has none.</summary>
    private async Task<Result<ImmutableArray<ShippingLine>>> OfAuthority(
        Order order,
        Shop shop,
        Address address,
        CancellationToken cancellation
    )
    {
        if (address == order.ShippingAddress)
            return (await authority.Ask(order, shop, [new StateChange(StateChange.GetShippingLines)], cancellation)).Map(told =>
                told.ShippingLines ?? order.Shipping.Offered
            );
        var estimated = await authority.Estimate(order, address, shop, StateChange.EstimateShipping, cancellation);
        return estimated.Then(told =>
            told.ShippingLines is { } lines ? lines : (Result<ImmutableArray<ShippingLine>>)AuthorityProblem.Unusable
        );
    }
}
