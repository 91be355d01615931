using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Plugins.Overrides;

/// <summary>What is wrong with an address, according to the order's override.</summary>
public sealed class AddressOverride(OverrideCalls overrides, IOverrideQuestions questions)
{
    /// <summary>
    /// Problems of the override; empty when the address is fine. Null when there is no override and the built-in rules hold.
    /// </summary>
    /// <param name="kind">shipping or billing; null when the address is checked alone.</param>
    public async Task<ImmutableArray<Problem>?> Check(Order order, Address address, string? kind, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.AddressValidate) is not { } @override)
            return null;
        var answer = await overrides.Ask(@override, OverrideKinds.AddressValidate, questions.AddressValidate(address), cancellation);
        return answer.Succeeded ? [.. answer.Value.Select(p => p with { AddressType = kind })] : answer.Problems;
    }
}
