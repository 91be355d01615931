using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Overrides;

/// <summary>Checks an address by the override where there is one, by <see cref="AddressRules"/> otherwise.</summary>
public sealed class CheckAddress(AddressOverride @override)
{
    public async Task<ImmutableArray<Problem>> Of(
        Order order,
        Shop shop,
        Address address,
        AddressKind? kind,
        CancellationToken cancellation
    ) =>
        await @override.Check(order, address, kind?.ToString().ToLowerInvariant(), cancellation) ?? AddressRules.Check(address, shop, kind);
}
