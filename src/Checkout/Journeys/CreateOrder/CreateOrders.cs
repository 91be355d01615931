using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Create Order from key to answer (docs/contract/create-order.md#idempotency): the same key never makes a second order, goes on at
/// the first unfinished command, and answers a finished order from the record.
/// </summary>
public sealed class CreateOrders(
    IIdempotencyKeys keys,
    IOrderStore store,
    IOrderLookup lookup,
    IWakeUps wakeUps,
    PrepareOrder prepare,
    CreateOrderRun run,
    OrderGate gate,
    IIdSource ids,
    TimeProvider time)
{
    /// <summary>After this long without an end, the sweep takes an open journal up.</summary>
    public static readonly TimeSpan WakeUpAfter = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The session of the call's order, new (its first commit adds it) or found by its key. Refused with nothing written:
    /// a bad request, or the key used before with another body (idempotency_mismatch).
    /// </summary>
    public async Task<Result<OrderSession>> Begin(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        var prepared = await prepare.Prepare(shop, request, ids.PublicId(), ids.OrderId(), cancellation);
        var claim = prepared.Succeeded
            ? await keys.Claim(shop.Identifier, request.IdempotencyKey, request.BodyHash, prepared.Value.PublicOrderId, prepared.Value.OrderId, cancellation)
            : await keys.Find(shop.Identifier, request.IdempotencyKey, cancellation);
        if (claim is not null && claim.BodyHash != request.BodyHash)
            return Problem.Invalid("idempotency_key", "The key was used before with another request.", "idempotency_mismatch");

        // An order that exists is answered from the record, even if its request would be refused by now.
        if (claim is { IsNew: false } && await store.Load(claim.PublicOrderId, cancellation) is { } stored)
        {
            // The failure ended the first call's wake-up. What this one does is not to be lost either.
            if (stored.Order.Journal is { FailedCommand: not null })
                await wakeUps.Set(Journal(stored.Order) with { Due = time.GetUtcNow() + WakeUpAfter }, cancellation);
            return new OrderSession(store, stored);
        }

        if (!prepared.Succeeded)
            return prepared.Cast<OrderSession>();

        var order = prepared.Value with { PublicOrderId = claim!.PublicOrderId, OrderId = claim.OrderId };
        await wakeUps.Set(Journal(order), cancellation);
        await lookup.Add(order, cancellation);
        return new OrderSession(store, order);
    }

    /// <summary>
    /// Begins and runs the order to its end or to its first failed command, in this process. Callers with one key take
    /// turns, so the later ones get the first one's answer from the record.
    /// </summary>
    public async Task<Result<Order>> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        using var turn = await gate.Enter($"{shop.Identifier}|{request.IdempotencyKey}", cancellation);
        if (turn is null)
            return Problem.Locked();
        var begun = await Begin(shop, request, cancellation);
        return begun.Succeeded ? await Complete(begun.Value, shop, cancellation) : begun.Cast<Order>();
    }

    /// <summary>Takes up a journal that was left open, by a crash or by an upstream that was down. Harmless when there is none.</summary>
    public async Task<Result<Order>> Resume(Shop shop, string publicOrderId, CancellationToken cancellation)
    {
        if (await store.Load(publicOrderId, cancellation) is not { } stored)
            return Problem.NotFound();
        if (stored.Order.Journal is { IsFinished: false, FailedCommand: null })
            return await Complete(new OrderSession(store, stored), shop, cancellation);
        if (stored.Order.Journal is not null)
            await Rest(stored.Order, shop, cancellation);
        return stored.Order;
    }

    /// <summary>
    /// Tries the failed command of a journal again, without a client asking. The caller holds the wake-up that brought it
    /// here and decides what becomes of it: another one here would double them at every try.
    /// </summary>
    public async Task<Result<Order>> Retry(Shop shop, string publicOrderId, CancellationToken cancellation) =>
        await store.Load(publicOrderId, cancellation) is { } stored
            ? await Complete(new OrderSession(store, stored), shop, cancellation, rests: false)
            : Problem.NotFound();

    private async Task<Result<Order>> Complete(OrderSession session, Shop shop, CancellationToken cancellation, bool rests = true)
    {
        if (session.Order.Journal is null or { IsFinished: true } && session.IsStored)
            return session.Order;
        for (var attempt = 1; ; attempt++)
        {
            var ran = await run.RunAll(session, shop, cancellation);
            if (ran.Succeeded && rests)
                await Rest(ran.Value, shop, cancellation);
            if (ran.Succeeded || ran.Problems[0].Kind is not ProblemKind.Locked || attempt == OrderEditor.Attempts)
                return ran;
            await Backoff.Wait(attempt, time, cancellation);
            if (await store.Load(session.Order.PublicOrderId, cancellation) is { } stored)
                session = new OrderSession(store, stored);
        }
    }

    /// <summary>
    /// The journal needs no waking up any more; money held for an order that is not final does. An order that did not get
    /// through is an open one from now on.
    /// </summary>
    public async Task Rest(Order order, Shop shop, CancellationToken cancellation)
    {
        if (order.IsListed)
            await lookup.Add(order, cancellation);
        var unfinished = order is { Status: OrderStatus.Processed, Journal.IsFinished: false };
        if (unfinished || (!order.IsProcessed && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper)))
        {
            var due = unfinished ? time.GetUtcNow() + WakeUpAfter : order.CreatedAt.AddHours(shop.Checkout.ReleaseHeldPaymentsAfterHours);
            await wakeUps.Set(new WakeUp(order.PublicOrderId, WakeUpKinds.Reconcile, due), cancellation);
        }

        await wakeUps.Clear(Journal(order), cancellation);
    }

    /// <summary>The order's note in the wake-up table; the same however often it is worked out.</summary>
    public static WakeUp Journal(Order order) => new(order.PublicOrderId, WakeUpKinds.CreateOrder, order.CreatedAt + WakeUpAfter);
}
