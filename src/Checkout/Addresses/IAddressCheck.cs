using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Addresses;

/// <summary>Who says whether an address is good: the built-in rules, or an override. Upstream when an override fails.</summary>
public interface IAddressCheck
{
    /// <summary>What is wrong with the address, which is already resolved; empty when nothing is.</summary>
    /// <param name="kind">Null when it is only asked about.</param>
    ValueTask<Result<AddressVerdict>> Check(Order order, Shop shop, Address address, AddressKind? kind, CancellationToken cancellation);
}

public sealed record AddressVerdict(ImmutableArray<Problem> Problems);

/// <summary>The built-in rules.</summary>
public sealed class RuleAddressCheck : IAddressCheck
{
    public ValueTask<Result<AddressVerdict>> Check(Order order, Shop shop, Address address, AddressKind? kind, CancellationToken cancellation) =>
        ValueTask.FromResult<Result<AddressVerdict>>(new AddressVerdict(AddressRules.Check(address, shop, kind)));
}
