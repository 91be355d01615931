using System.Collections.Concurrent;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// The runs of this process. A run belongs to its key, not to the request that began it: callers with the same key and body
/// join it, and it goes on when they leave.
/// </summary>
public sealed class CreateOrderRuns(CreateOrders orders, TimeProvider time)
{
    private readonly ConcurrentDictionary<RunKey, Lazy<Task<CreateOrderOutcome>>> runs = new();

    /// <summary>The outcome of the run, or after <paramref name="wait"/> how far its order is.</summary>
    /// <param name="run">Begins the run, unless one of the same key and body is under way.</param>
    public async Task<CreateOrderOutcome> Join(
        Shop shop,
        CreateOrderRequest request,
        Func<Task<CreateOrderOutcome>> run,
        TimeSpan wait,
        CancellationToken caller
    )
    {
        var key = new RunKey(shop.Identifier, request.IdempotencyKey, request.BodyHash);
        var joined = runs.GetOrAdd(key, _ => new Lazy<Task<CreateOrderOutcome>>(() => Begin(key, run))).Value;
        try
        {
            return await joined.WaitAsync(wait, time, caller);
        }
        catch (TimeoutException) when (!joined.IsCompleted)
        {
            return await orders.Tell(shop, request, caller);
        }
    }

    private async Task<CreateOrderOutcome> Begin(RunKey key, Func<Task<CreateOrderOutcome>> run)
    {
        try
        {
            return await run();
        }
        finally
        {
            runs.TryRemove(key, out _);
        }
    }

    private sealed record RunKey(string Shop, string IdempotencyKey, string BodyHash);
}
