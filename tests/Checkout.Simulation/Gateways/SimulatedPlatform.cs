using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Simulation.Storage;
using Checkout.Stores;

namespace Checkout.Simulation.Gateways;

/// <summary>
/// A platform that is away now and then, before or after it took an order in; it takes an order in once. A shop without
/// one numbers its orders itself.
/// </summary>
internal sealed class SimulatedPlatform(Tables tables, Outside outside, Faults faults) : IPlatformConnector
{
    private readonly OwnPlatform own = new();

    public async Task<Result<string>> Push(Order order, Shop shop, CancellationToken cancellation)
    {
        if (shop.PlatformConnector.Url is null)
            return await own.Push(order, shop, cancellation);
        await outside.Await();
        if (faults.Happens("platform away", 20))
            return Away();
        if (!tables.PlatformOrders.TryGetValue(order.PublicOrderId, out var id))
            tables.PlatformOrders.Add(order.PublicOrderId, id = $"platform-{tables.PlatformOrders.Count + 1}");
        await outside.Await();
        return faults.Happens("platform silent after", 20) ? Away() : id;
    }

    public Task<Result<ImmutableArray<CartItem>>> LoadCart(Shop shop, string cartId, string? accessToken, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<CartItem>>>(ImmutableArray<CartItem>.Empty);

    public Task<Result<bool>> ClearCart(Order order, Shop shop, CancellationToken cancellation) => Task.FromResult<Result<bool>>(true);

    public Task<Result<bool>> ConfirmTaxes(Order order, Shop shop, CancellationToken cancellation) => Task.FromResult<Result<bool>>(true);

    private static Problem Away() => Problem.Upstream("platform", "The platform does not answer.");
}
