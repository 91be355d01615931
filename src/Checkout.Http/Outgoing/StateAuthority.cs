using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>The shop's remote state authority, in the protocol that its settings name.</summary>
public sealed class StateAuthority(OrderEvents events, MagentoCart carts) : IStateAuthority
{
    public Task<Result<RemoteState>> Ask(Order order, Shop shop, ImmutableArray<StateChange> changes, CancellationToken cancellation) =>
        shop.RemoteStateAuthority switch
        {
            _ when !order.HasAuthority => Task.FromResult<Result<RemoteState>>(Gone),
            { Protocol: AuthorityProtocol.Events } authority => events.Ask(order, shop, authority, changes, cancellation),
            { Protocol: AuthorityProtocol.MagentoCart } authority => carts.Ask(order, shop, authority, changes, cancellation),
            _ => Task.FromResult<Result<RemoteState>>(Gone),
        };

    public Task<Result<ImmutableArray<string>>> ShortOf(Order order, Shop shop, CancellationToken cancellation) =>
        shop.RemoteStateAuthority is { Protocol: AuthorityProtocol.MagentoCart } authority && order.HasAuthority
            ? carts.ShortOf(order, shop, authority, cancellation)
            : Task.FromResult<Result<ImmutableArray<string>>>(Gone);

    private static Problem Gone => AuthorityCalls.Failed("The order began under another one, which is gone.");
}
