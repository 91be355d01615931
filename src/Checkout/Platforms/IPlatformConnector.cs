using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Platforms;

/// <summary>
/// The platform that owns the shop's orders and carts. Every call may be repeated: the public order id makes it one.
/// A refusal is a problem of kind Invalid; a platform that cannot be reached is one of kind Upstream.
/// </summary>
public interface IPlatformConnector
{
    /// <summary>Pushes a processed order; answers the platform's id for it.</summary>
    Task<Result<string>> Push(Order order, Shop shop, CancellationToken cancellation);

    /// <summary>
    /// What is in a cart of the platform; nothing where the shop has no platform of its own. Refused: no such cart (sub_type not_found).
    /// </summary>
    /// <param name="accessToken">Of the cart's shopper, where the platform wants one.</param>
    Task<Result<ImmutableArray<CartItem>>> LoadCart(Shop shop, string cartId, string? accessToken, CancellationToken cancellation);

    /// <summary>Empties the cart that the order came from.</summary>
    Task<Result<bool>> ClearCart(Order order, Shop shop, CancellationToken cancellation);

    /// <summary>Confirms the taxes to the shop's tax integration, when it has one.</summary>
    Task<Result<bool>> ConfirmTaxes(Order order, Shop shop, CancellationToken cancellation);
}

/// <summary>
/// The connector of a shop without a platform: it accepts every order under the number it already has.
/// </summary>
public sealed class OwnPlatform : IPlatformConnector
{
    public Task<Result<string>> Push(Order order, Shop shop, CancellationToken cancellation) =>
        Task.FromResult<Result<string>>(order.OrderId.ToString());

    public Task<Result<ImmutableArray<CartItem>>> LoadCart(Shop shop, string cartId, string? accessToken, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<CartItem>>>(ImmutableArray<CartItem>.Empty);

    public Task<Result<bool>> ClearCart(Order order, Shop shop, CancellationToken cancellation) => Task.FromResult<Result<bool>>(true);

    public Task<Result<bool>> ConfirmTaxes(Order order, Shop shop, CancellationToken cancellation) => Task.FromResult<Result<bool>>(true);
}
