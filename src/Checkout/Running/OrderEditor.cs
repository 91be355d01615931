using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// Changes an order: load, decide, commit. When another writer was faster the order is loaded and decided again,
/// at most <see cref="Attempts"/> times; then the caller hears that the order is locked (530). Two storage
/// transactions when nobody else writes.
/// </summary>
public sealed class OrderEditor(IOrderStore store, IShops shops, OrderGate gate, TimeProvider time, AskedOnce? asked = null)
{
    public const int Attempts = 5;

    /// <summary>The order of that shop, one storage transaction; not found when it is another shop's.</summary>
    public async Task<Result<StoredOrder>> Load(string shopIdentifier, string publicOrderId, CancellationToken cancellation)
    {
        var stored = await store.Load(publicOrderId, cancellation);
        return stored is not null && stored.Order.ShopIdentifier == shopIdentifier ? stored : Problem.NotFound();
    }

    public Task<Result<Order>> Change(string shopIdentifier, string publicOrderId, string actor, Func<Order, Shop, Occasion, Result<Order>> decide, CancellationToken cancellation) =>
        Change(shopIdentifier, publicOrderId, actor, (order, shop, occasion, _) => ValueTask.FromResult(decide(order, shop, occasion)), cancellation);

    /// <summary>
    /// As above with a decision that asks others (an override, a plugin). It may run more than once: what was
    /// answered on the first run must be kept by the caller and applied again, not asked for again.
    /// </summary>
    public async Task<Result<Order>> Change(
        string shopIdentifier,
        string publicOrderId,
        string actor,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        CancellationToken cancellation)
    {
        if (await shops.Find(shopIdentifier, cancellation) is not { } shop)
            return Problem.NotFound();
        asked?.Remember();
        using var turn = await gate.Enter(publicOrderId, cancellation);
        if (turn is null)
            return Problem.Locked();

        for (var attempt = 1; ; attempt++)
        {
            var loaded = await Load(shopIdentifier, publicOrderId, cancellation);
            if (!loaded.Succeeded)
                return loaded.Cast<Order>();

            var current = loaded.Value;
            if (current.Order.Status is OrderStatus.Processing)
                return Problem.Locked();
            var decided = await decide(current.Order, shop, new Occasion(time.GetUtcNow(), actor), cancellation);
            if (!decided.Succeeded || ReferenceEquals(decided.Value, current.Order))
                return decided;
            if (OrderSize.Refuses(current.Order, decided.Value) is { } tooLarge)
                return tooLarge;

            if (await store.Commit(current, decided.Value, answer: null, cancellation) is { } committed)
                return committed.Order;
            if (attempt == Attempts)
                return Problem.Locked();
            await Backoff.Wait(attempt, time, cancellation);
        }
    }
}
