using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Create Order from key to answer (docs/contract/create-order.md#idempotency): the same key never makes a second order, goes on at
/// the first unfinished command, and answers a finished order from the record.
/// </summary>
public sealed partial class CreateOrders(
    IIdempotencyKeys keys,
    IOrderStore store,
    IOrderLookup lookup,
    IWakeUps wakeUps,
    PrepareOrder prepare,
    CreateOrderRun run,
    OrderRun orders,
    OrderGate gate,
    EndJournal end,
    IIdSource ids,
    TimeProvider time,
    ILogger<CreateOrders> log
)
{
    /// <summary>
    /// The session of the call's order: new (its first commit adds it), or found by its key with what the call changes.
    /// Refused with nothing written: a bad request, or a key whose order the call cannot change.
    /// </summary>
    public async Task<BegunOrder> Begin(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        var prepared = await prepare.Prepare(shop, request, ids.PublicId(), ids.OrderId(), cancellation);
        var claim = prepared.Succeeded
            ? await keys.Claim(
                shop.Identifier,
                request.IdempotencyKey,
                request.OrderHash,
                prepared.Value.PublicOrderId,
                prepared.Value.OrderId,
                cancellation
            )
            : await keys.Find(shop.Identifier, request.IdempotencyKey, cancellation);
        if (claim is { IsNew: false } && await store.Load(claim.PublicOrderId, cancellation) is { } stored)
            return await Found(stored, claim, prepared, request, cancellation);
        if (claim is not null && !request.IsFor(claim))
            return BegunOrder.Refused([Mismatch()]);
        if (!prepared.Succeeded)
            return BegunOrder.Refused(prepared.Problems);

        var order = prepared.Value with { PublicOrderId = claim!.PublicOrderId, OrderId = claim.OrderId };
        await wakeUps.Set(JournalWakeUp.Of(order), cancellation);
        return BegunOrder.With(new OrderSession(store, order));
    }

    /// <summary>An order that exists is answered from the record, even if its request would be refused by now.</summary>
    private async Task<BegunOrder> Found(
        StoredOrder stored,
        KeyClaim claim,
        Result<Order> prepared,
        CreateOrderRequest request,
        CancellationToken cancellation
    )
    {
        if (!request.IsFor(claim))
            return BegunOrder.Refused([Mismatch()], stored.Order);
        var session = new OrderSession(store, stored);
        if (stored.Order.Journal is not { } journal || !journal.HasAccepted(request.BodyHash))
        {
            var now = new Occasion(time.GetUtcNow(), CommandRun.Actor);
            var amended = prepared.Then(asked => AmendJournal.Decide(stored.Order, asked, now));
            if (!amended.Succeeded)
                return BegunOrder.Refused(amended.Problems, stored.Order);
            session.Order = amended.Value;
        }

        // The end or the failure of an earlier call ended its wake-up. What this one does is not to be lost either.
        if (stored.Order.Journal is { FailedCommand: not null } || !session.IsCommitted)
            session.WatchedUntil = await Wake(stored.Order, cancellation);
        return await session.Commit(cancellation) ? BegunOrder.With(session) : BegunOrder.Refused([Problem.Locked()], stored.Order);
    }

    /// <summary>
    /// Begins and runs the order to its end or to its first failed command, in this process. Callers with one key take
    /// turns, so the later ones get the first one's answer from the record.
    /// </summary>
    public async Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        using var turn = await gate.Enter(Turn(shop, request), cancellation);
        if (turn is null)
            return await Tell(shop, request, cancellation);
        var begun = await Begin(shop, request, cancellation);
        return begun.Session is { } session ? await Walk(session, shop, cancellation) : begun.Refusal!;
    }

    /// <summary>The name under which the calls of one key take turns.</summary>
    public static string Turn(Shop shop, CreateOrderRequest request) => $"{shop.Identifier}|{request.IdempotencyKey}";

    /// <summary>
    /// Runs a begun order to its end or to its first failed command. Whatever stops it on the way, the caller is told of the
    /// order: money may have moved, and the wake-up that stays goes on with it.
    /// </summary>
    public async Task<CreateOrderOutcome> Walk(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        var begun = session.Order;
        OrderSession? first = session;
        session.WatchedUntil ??= JournalWakeUp.Of(begun).Due;
        var plugins = new HeardPlugins();
        try
        {
            var ran = await orders.Run<Order>(
                begun.PublicOrderId,
                async token =>
                {
                    if (Interlocked.Exchange(ref first, null) is { } given)
                        return given;
                    if (await store.Load(begun.PublicOrderId, token) is not { } stored)
                        return Problem.NotFound();

                    // Whoever was faster ended the wake-up with its failure; what is tried again is not to be lost either.
                    return new OrderSession(store, stored)
                    {
                        WatchedUntil = stored.Order.Journal is { FailedCommand: not null }
                            ? await Wake(stored.Order, token)
                            : JournalWakeUp.Of(stored.Order).Due,
                    };
                },
                async (current, token) =>
                    current.IsCommitted && !HasWork(current.Order) ? current.Order : await Complete(current, shop, plugins, token),
                cancellation
            );
            return ran.Succeeded
                ? CreateOrderOutcome.Ended(ran.Value)
                : CreateOrderOutcome.Waiting(await Known(begun) ?? begun, ran.Problems);
        }
#pragma warning disable CA1031 // Logged, and told as what it is to the caller: the run stopped and is taken up by its wake-up.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Stopped(fault, begun.PublicOrderId);
            var (known, isCertain) = await TryKnown(begun);
            if (known is null && isCertain)
                throw;
            return CreateOrderOutcome.Waiting(known ?? begun, Interrupted());
        }
    }

    /// <summary>
    /// The order of the call's key, which somebody else is carrying out. Locked when there is none yet: with the order as the call
    /// describes it where the key is taken, for by the time the caller hears of it money may be asked for.
    /// </summary>
    public async Task<CreateOrderOutcome> Tell(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        if (await keys.Find(shop.Identifier, request.IdempotencyKey, cancellation) is not { } claim)
            return CreateOrderOutcome.Refused([Problem.Locked()]);
        if (await store.Load(claim.PublicOrderId, cancellation) is { } stored)
            return CreateOrderOutcome.Waiting(stored.Order);
        var prepared = request.IsFor(claim)
            ? await prepare.Prepare(shop, request, claim.PublicOrderId, claim.OrderId, cancellation)
            : Mismatch();
        return CreateOrderOutcome.Refused([Problem.Locked()], prepared.Succeeded ? prepared.Value : null);
    }

    /// <summary>Takes up a journal that was left open, by a crash or by an upstream that was down. Harmless when there is none.</summary>
    public async Task<Result<Order>> Resume(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        if (session.Order.Journal is { IsRunning: true })
            return await Complete(session, shop, new HeardPlugins(), cancellation);
        if (session.Order.Journal is not null)
            await end.Run(session.Order, shop, cancellation);
        return session.Order;
    }

    /// <summary>
    /// Tries the failed command of a journal again, without a client asking. The caller holds the wake-up that brought it
    /// here and decides what becomes of it: with another one from here their number would grow at every try.
    /// </summary>
    public async Task<Result<Order>> Retry(OrderSession session, Shop shop, CancellationToken cancellation) =>
        HasWork(session.Order) ? await run.RunAll(session, shop, new HeardPlugins(), cancellation) : session.Order;

    /// <summary>False when <see cref="Retry"/> of an order that is final would only fail again.</summary>
    public bool MaySucceed(Order order) => run.MaySucceed(order);

    private static bool HasWork(Order order) => order.Journal is { IsFinished: false };

    private async Task<Result<Order>> Complete(OrderSession session, Shop shop, HeardPlugins plugins, CancellationToken cancellation)
    {
        var ran = await run.RunAll(session, shop, plugins, cancellation);
        if (ran.Succeeded)
            await end.Run(ran.Value, shop, cancellation);
        else if (session.IsCommitted && !session.IsLost)
            await lookup.Repair(session.Order, cancellation);
        return ran;
    }

    private async Task<DateTimeOffset> Wake(Order order, CancellationToken cancellation)
    {
        var wakeUp = JournalWakeUp.Of(order) with { Due = time.GetUtcNow() + JournalWakeUp.After };
        await wakeUps.Set(wakeUp, cancellation);
        return wakeUp.Due;
    }

    /// <summary>As the store has it, whatever became of the caller's request.</summary>
    private async Task<Order?> Known(Order order) => (await store.Load(order.PublicOrderId, CancellationToken.None))?.Order;

    /// <summary>Not certain when the store does not answer: the order may be there.</summary>
    private async Task<(Order? Order, bool IsCertain)> TryKnown(Order order)
    {
        try
        {
            return (await Known(order), true);
        }
#pragma warning disable CA1031 // The store is away: that is what the caller learns.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Stopped(fault, order.PublicOrderId);
            return (null, false);
        }
    }

    private static Problem Mismatch() =>
        Problem.Invalid(
            "idempotency_key",
            "The key was used before with another request: only its commands and payments may differ.",
            "idempotency_mismatch"
        );

    private static Problem Interrupted() =>
        Problem.Upstream("commands", "The run was interrupted. It is taken up again; repeat the call with the same key.");

    [LoggerMessage(Level = LogLevel.Error, Message = "Create Order of {PublicOrderId} was interrupted")]
    private partial void Stopped(Exception fault, string publicOrderId);
}
