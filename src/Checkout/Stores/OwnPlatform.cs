using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Stores;

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
