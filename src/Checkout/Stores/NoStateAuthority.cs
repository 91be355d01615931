using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Of a host that calls nobody: an order with an authority waits for one that does.</summary>
public sealed class NoStateAuthority : IStateAuthority
{
    public Task<Result<RemoteState>> Ask(Order order, Shop shop, ImmutableArray<StateChange> changes, CancellationToken cancellation) =>
        Task.FromResult<Result<RemoteState>>(AuthorityProblem.Unusable);

    public Task<Result<RemoteState>> Estimate(Order order, Address at, Shop shop, string estimate, CancellationToken cancellation) =>
        Task.FromResult<Result<RemoteState>>(AuthorityProblem.Unusable);

    public Task<Result<ImmutableArray<string>>> ShortOf(Order order, Shop shop, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<string>>>(AuthorityProblem.Unusable);
}
