using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// One piece of work on an order: wait for its turn, load, do the work, commit what it left. When another writer was faster
/// the work is done again on a fresh load, at most <see cref="Attempts"/> times; then the caller hears that the order is locked
/// (530). One storage transaction when this process wrote the order last (<see cref="RememberedOrders"/>), otherwise two, and one
/// when the work changes nothing.
/// </summary>
public sealed class OrderRun(IOrderStore store, IShops shops, OrderGate gate, RememberedOrders memory, AskedOnce asked, TimeProvider time)
{
    public const int Attempts = 5;

    /// <summary>An order of that shop; not found when it is another shop's.</summary>
    public Task<Result<T>> Run<T>(
        string shopIdentifier,
        string publicOrderId,
        Func<OrderSession, Shop, CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellation
    ) => Run(shopIdentifier, publicOrderId, token => store.Load(publicOrderId, token), work, cancellation);

    /// <summary>
    /// As above, tried first on the order as this process remembers it, without a load; and again on a fresh one unless a commit or
    /// the fresh load itself proves that it was not old: a refusal is never of old knowledge. For changes of shoppers and merchants,
    /// which come one after the other. With plugins every try is on a fresh load, since what they answered to one is applied to the
    /// next.
    /// </summary>
    public async Task<Result<T>> RunRemembered<T>(
        string shopIdentifier,
        string publicOrderId,
        Func<OrderSession, Shop, CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellation
    )
    {
        if (await shops.Find(shopIdentifier, cancellation) is not { } shop)
            return Problem.NotFound();
        return await Run(
            publicOrderId,
            () =>
                shop.Plugins.IsEmpty && memory.Find(publicOrderId) is { } known && known.Order.ShopIdentifier == shopIdentifier
                    ? known
                    : null,
            Opens(shopIdentifier, token => store.Load(publicOrderId, token)),
            (session, token) => work(session, shop, token),
            cancellation
        );
    }

    /// <summary>As above, for a caller that reads more than the order with the same storage transaction.</summary>
    public async Task<Result<T>> Run<T>(
        string shopIdentifier,
        string publicOrderId,
        Func<CancellationToken, Task<StoredOrder?>> load,
        Func<OrderSession, Shop, CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellation
    )
    {
        if (await shops.Find(shopIdentifier, cancellation) is not { } shop)
            return Problem.NotFound();
        return await Run(publicOrderId, Opens(shopIdentifier, load), (session, token) => work(session, shop, token), cancellation);
    }

    private Func<CancellationToken, Task<Result<OrderSession>>> Opens(
        string shopIdentifier,
        Func<CancellationToken, Task<StoredOrder?>> load
    ) =>
        async token =>
            await load(token) is { } stored && stored.Order.ShopIdentifier == shopIdentifier
                ? new OrderSession(store, stored)
                : Problem.NotFound();

    /// <summary>
    /// What a wake-up asks for, whatever shop the order belongs to. Null when the work is done, or when order or shop is gone;
    /// otherwise when to look again, which is <paramref name="later"/> when the order was locked.
    /// </summary>
    public async Task<DateTimeOffset?> Run(
        WakeUp wakeUp,
        Func<OrderSession, Shop, CancellationToken, Task<DateTimeOffset?>> work,
        Func<DateTimeOffset> later,
        CancellationToken cancellation
    )
    {
        Shop? shop = null;
        var ran = await Run<DateTimeOffset?>(
            wakeUp.PublicOrderId,
            async token =>
            {
                if (await store.Load(wakeUp.PublicOrderId, token) is not { } stored)
                    return Problem.NotFound();
                shop ??= await shops.Find(stored.Order.ShopIdentifier, token);
                return shop is null ? Problem.NotFound() : new OrderSession(store, stored);
            },
            async (session, token) => await work(session, shop!, token),
            cancellation
        );
        return ran.Succeeded ? ran.Value
            : ran.IsLocked ? later()
            : null;
    }

    /// <summary>The one loop: takes the turn, opens a session for each try, commits what the work left in it.</summary>
    /// <param name="turn">Those with the same turn wait for each other.</param>
    /// <param name="open">Refused: there is nothing to work on.</param>
    /// <param name="work">Runs again when a commit of its session was lost; what it answered then is dropped.</param>
    public Task<Result<T>> Run<T>(
        string turn,
        Func<CancellationToken, Task<Result<OrderSession>>> open,
        Func<OrderSession, CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellation
    ) => Run(turn, () => null, open, work, cancellation);

    /// <param name="recall">What to try on first, without a load; asked when the turn has come.</param>
    private async Task<Result<T>> Run<T>(
        string turn,
        Func<StoredOrder?> recall,
        Func<CancellationToken, Task<Result<OrderSession>>> open,
        Func<OrderSession, CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellation
    )
    {
        // What an override answered to one try is not asked for again by the next.
        asked.Remember();
        using var place = await gate.Enter(turn, cancellation);
        if (place is null)
            return Problem.Locked();
        var remembered = recall();
        var first = (Result<T>?)null;
        if (remembered is not null)
        {
            var session = new OrderSession(store, remembered);
            var worked = await work(session, cancellation);
            if (await Commit(session, cancellation))
            {
                if (session.HasWritten)
                    return worked;
                first = worked;
            }
        }

        for (var attempt = 1; ; attempt++)
        {
            var opened = await open(cancellation);
            if (!opened.Succeeded)
                return opened.Cast<T>();
            var session = opened.Value;

            // What was remembered is what is stored: the work would come to the same, and what it asks others is not asked twice.
            if (attempt == 1 && first is { } known && session.Stored?.ETag == remembered!.ETag)
                return known;
            asked.TryAgain();
            var worked = await work(session, cancellation);
            if (await Commit(session, cancellation))
                return worked;
            if (attempt == Attempts)
                return Problem.Locked();
            await Backoff.Wait(attempt, time, cancellation);
        }
    }

    private async Task<bool> Commit(OrderSession session, CancellationToken cancellation)
    {
        if (await session.Commit(cancellation))
        {
            if (session.Stored is { } stored)
                memory.Keep(stored);
            return true;
        }

        memory.Forget(session.Order.PublicOrderId);
        return false;
    }
}
