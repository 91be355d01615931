using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// Changes an order by one decision: load, decide, commit, and again when another writer was faster (<see cref="OrderRun"/>).
/// Two storage transactions when nobody else writes.
/// </summary>
public sealed class OrderEditor(OrderRun run, IOrderStore store, TimeProvider time)
{
    /// <summary>The order of that shop, one storage transaction; not found when it is another shop's.</summary>
    public async Task<Result<StoredOrder>> Load(string shopIdentifier, string publicOrderId, CancellationToken cancellation)
    {
        var stored = await store.Load(publicOrderId, cancellation);
        return stored is not null && stored.Order.ShopIdentifier == shopIdentifier ? stored : Problem.NotFound();
    }

    public Task<Result<Order>> Change(
        string shopIdentifier,
        string publicOrderId,
        string actor,
        Func<Order, Shop, Occasion, Result<Order>> decide,
        CancellationToken cancellation
    ) =>
        Change(
            shopIdentifier,
            publicOrderId,
            actor,
            (order, shop, occasion, _) => ValueTask.FromResult(decide(order, shop, occasion)),
            cancellation
        );

    /// <summary>
    /// As above with a decision that asks others (an override, a plugin). It may run more than once: what was
    /// answered on the first run must be kept by the caller and applied again, not asked for again.
    /// </summary>
    public async Task<Result<Order>> Change(
        string shopIdentifier,
        string publicOrderId,
        string actor,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        CancellationToken cancellation
    )
    {
        return await run.RunRemembered<Order>(
            shopIdentifier,
            publicOrderId,
            async (session, shop, token) =>
            {
                if (session.Order.Status is OrderStatus.Processing)
                    return Problem.Locked();
                var decided = await decide(session.Order, shop, new Occasion(time.GetUtcNow(), actor), token);
                if (!decided.Succeeded || ReferenceEquals(decided.Value, session.Order))
                    return decided;
                if (OrderSize.Refuses(session.Order, decided.Value) is { } tooLarge)
                    return tooLarge;
                session.Order = decided.Value;
                return await session.Commit(token) ? session.Order : Problem.Locked();
            },
            cancellation
        );
    }
}
