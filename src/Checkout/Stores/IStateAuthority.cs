using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>
/// The shop's remote state authority, where it decides (docs/contract/platforms.md#remote-state-authority). A question may come again,
/// and what is asked of the same state is answered the same.
/// </summary>
public interface IStateAuthority
{
    /// <summary>Sends what changed, with the order as it would be, and gives what the order is there.</summary>
    /// <returns>Refused in the authority's words; Upstream when it does not answer as it should.</returns>
    Task<Result<RemoteState>> Ask(Order order, Shop shop, ImmutableArray<StateChange> changes, CancellationToken cancellation);

    /// <summary>
    /// What the order would be there at another address (<see cref="StateChange.EstimateShipping"/> or
    /// <see cref="StateChange.EstimateTax"/>); the order there is afterwards as it was.
    /// </summary>
    Task<Result<RemoteState>> Estimate(Order order, Address at, Shop shop, string estimate, CancellationToken cancellation);

    /// <summary>Keys of the lines of which too few units are there.</summary>
    Task<Result<ImmutableArray<string>>> ShortOf(Order order, Shop shop, CancellationToken cancellation);
}
