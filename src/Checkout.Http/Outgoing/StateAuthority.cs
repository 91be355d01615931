using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>The shop's remote state authority, in the protocol that its settings name.</summary>
public sealed class StateAuthority(OrderEvents events, MagentoCart carts, AuthorityCalls calls) : IStateAuthority
{
    public Task<Result<RemoteState>> Ask(Order order, Shop shop, ImmutableArray<StateChange> changes, CancellationToken cancellation) =>
        Of(order, shop) switch
        {
            { Protocol: AuthorityProtocol.Events } authority => events.Ask(order, shop, authority, changes, cancellation),
            { } authority => carts.Ask(order, shop, authority, changes, cancellation),
            null => Gone<RemoteState>(shop),
        };

    public Task<Result<RemoteState>> Estimate(Order order, Address at, Shop shop, string estimate, CancellationToken cancellation) =>
        Of(order, shop) switch
        {
            { Protocol: AuthorityProtocol.Events } authority => events.Ask(
                order with
                {
                    ShippingAddress = at,
                },
                shop,
                authority,
                [new StateChange(estimate)],
                cancellation
            ),
            { } authority => carts.Estimate(order, at, shop, authority, cancellation),
            null => Gone<RemoteState>(shop),
        };

    public Task<Result<ImmutableArray<string>>> ShortOf(Order order, Shop shop, CancellationToken cancellation) =>
        Of(order, shop) is { Protocol: AuthorityProtocol.MagentoCart } authority
            ? carts.ShortOf(order, shop, authority, cancellation)
            : Gone<ImmutableArray<string>>(shop);

    private static RemoteStateAuthority? Of(Order order, Shop shop) =>
        shop.RemoteStateAuthority is { } authority && authority.DecidesOn(order) ? authority : null;

    private Task<Result<T>> Gone<T>(Shop shop) =>
        Task.FromResult<Result<T>>(calls.Failed(shop, "The order began under another one, which is gone."));
}
