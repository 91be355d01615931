using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Local.Faults;

/// <summary>
/// Lets a test take the platform away: while the file <c>platform-away</c> is in the folder of
/// <see cref="FileCrashPoints"/>, nothing arrives there.
/// </summary>
internal sealed class FilePlatform(string folder, IPlatformConnector platform) : IPlatformConnector
{
    private readonly string away = Path.Combine(folder, "platform-away");

    public Task<Result<string>> Push(Order order, Shop shop, CancellationToken cancellation) =>
        File.Exists(away)
            ? Task.FromResult<Result<string>>(Problem.Upstream("platform", "The platform does not answer."))
            : platform.Push(order, shop, cancellation);

    public Task<Result<ImmutableArray<CartItem>>> LoadCart(Shop shop, string cartId, string? accessToken, CancellationToken cancellation) =>
        platform.LoadCart(shop, cartId, accessToken, cancellation);

    public Task<Result<bool>> ClearCart(Order order, Shop shop, CancellationToken cancellation) =>
        platform.ClearCart(order, shop, cancellation);

    public Task<Result<bool>> ConfirmTaxes(Order order, Shop shop, CancellationToken cancellation) =>
        platform.ConfirmTaxes(order, shop, cancellation);
}
