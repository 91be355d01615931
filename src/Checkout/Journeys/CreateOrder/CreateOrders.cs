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
    OrderRun orders,
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
        string? begun = null;
        return await orders.Run<Order>(
            $"{shop.Identifier}|{request.IdempotencyKey}",
            async token =>
            {
                if (begun is not null)
                    return await store.Load(begun, token) is { } stored ? new OrderSession(store, stored) : Problem.NotFound();
                var session = await Begin(shop, request, token);
                begun = session.Succeeded ? session.Value.Order.PublicOrderId : null;
                return session;
            },
            async (session, token) => session.IsStored && !HasWork(session.Order) ? session.Order : await Complete(session, shop, token),
            cancellation);
    }

    /// <summary>Takes up a journal that was left open, by a crash or by an upstream that was down. Harmless when there is none.</summary>
    public async Task<Result<Order>> Resume(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        if (session.Order.Journal is { IsFinished: false, FailedCommand: null })
            return await Complete(session, shop, cancellation);
        if (session.Order.Journal is not null)
            await Rest(session.Order, shop, cancellation);
        return session.Order;
    }

    /// <summary>
    /// Tries the failed command of a journal again, without a client asking. The caller holds the wake-up that brought it
    /// here and decides what becomes of it: another one here would double them at every try.
    /// </summary>
    public async Task<Result<Order>> Retry(OrderSession session, Shop shop, CancellationToken cancellation) =>
        HasWork(session.Order) ? await run.RunAll(session, shop, cancellation) : session.Order;

    private static bool HasWork(Order order) => order.Journal is { IsFinished: false };

    private async Task<Result<Order>> Complete(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        var ran = await run.RunAll(session, shop, cancellation);
        if (ran.Succeeded)
            await Rest(ran.Value, shop, cancellation);
        return ran;
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
        if (unfinished || (!order.IsFinal && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper)))
        {
            var due = unfinished ? time.GetUtcNow() + WakeUpAfter : order.CreatedAt.AddHours(shop.Checkout.ReleaseHeldPaymentsAfterHours);
            await wakeUps.Set(new WakeUp(order.PublicOrderId, WakeUpKinds.Reconcile, due), cancellation);
        }

        await wakeUps.Clear(Journal(order), cancellation);
    }

    /// <summary>The order's note in the wake-up table; the same however often it is worked out.</summary>
    public static WakeUp Journal(Order order) => new(order.PublicOrderId, WakeUpKinds.CreateOrder, order.CreatedAt + WakeUpAfter);
}
