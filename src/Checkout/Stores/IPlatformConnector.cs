using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

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
