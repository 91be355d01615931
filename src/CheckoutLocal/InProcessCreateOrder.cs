using System.Collections.Concurrent;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Local;

/// <summary>
/// Walks journals in this process. A run belongs to its key, not to the request that began it: callers with the same
/// key and body join it, and it goes on when they leave. What a dying process leaves open, the sweep at the next start takes up.
/// </summary>
public sealed class InProcessCreateOrder(CreateOrders orders, IIdempotencyKeys keys, LocalOptions options, TimeProvider time, IHostApplicationLifetime lifetime) : ICreateOrderDriver
{
    private readonly ConcurrentDictionary<RunKey, Lazy<Task<Result<Order>>>> runs = new();

    public async Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        var key = new RunKey(shop.Identifier, request.IdempotencyKey, request.BodyHash);
        var run = runs.GetOrAdd(key, _ => new Lazy<Task<Result<Order>>>(() => Begin(key, shop, request))).Value;
        try
        {
            return CreateOrderOutcome.With(await run.WaitAsync(TimeSpan.FromSeconds(options.CreateOrderWaitSeconds), time, cancellation));
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            return await keys.Find(shop.Identifier, request.IdempotencyKey, cancellation) is { } claim
                ? CreateOrderOutcome.StillRunning(claim.PublicOrderId)
                : CreateOrderOutcome.With(Problem.Locked());
        }
    }

    private async Task<Result<Order>> Begin(RunKey key, Shop shop, CreateOrderRequest request)
    {
        try
        {
            return await orders.Run(shop, request, lifetime.ApplicationStopping);
        }
        finally
        {
            runs.TryRemove(key, out _);
        }
    }

    private sealed record RunKey(string Shop, string IdempotencyKey, string BodyHash);
}
