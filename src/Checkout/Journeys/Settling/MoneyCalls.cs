using Checkout.Changing.Canceling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Settling;

/// <summary>
/// The back office's money calls from request to answer. Six storage transactions for one payment: load, wake-up,
/// intent, outcome, the order's line in the lists, and either the wake-up cleared or what the call owes besides the money (one
/// counted product put back in stock, or else a timer's wake-up cleared); each further product is one
/// more, and a cancel, which changes the line twice.
/// </summary>
public sealed class MoneyCalls(
    OrderRun run,
    IOrderStore store,
    IWakeUps wakeUps,
    PaymentProcessor processor,
    AfterMoneyMoved after,
    PromptWakeUps prompt,
    IIdSource ids,
    TimeProvider time
)
{
    /// <summary>After this long without an outcome, the sweep asks the gateway.</summary>
    public static readonly TimeSpan ReconcileAfter = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The same idempotent_key answers with the first call's movements and finishes what it left undone; with other
    /// contents it is refused. A refused plan writes nothing.
    /// </summary>
    public async Task<Result<MoneyAnswer>> Run(
        string shopIdentifier,
        string publicOrderId,
        MoneyRequest request,
        CancellationToken cancellation
    )
    {
        var call = new MoneyCall(
            request,
            ids.Ulid(),
            new WakeUp(publicOrderId, WakeUpKinds.Reconcile, time.GetUtcNow() + ReconcileAfter) { Shop = shopIdentifier }
        );
        return await run.Run<MoneyAnswer>(
            shopIdentifier,
            publicOrderId,
            async token =>
            {
                (var stored, call.First) = request.IdempotentKey is { } key
                    ? await store.LoadWithAnswer(publicOrderId, key, token)
                    : (await store.Load(publicOrderId, token), null);
                return stored;
            },
            (session, shop, token) => Try(session, shop, call, token),
            cancellation
        );
    }

    private async Task<Result<MoneyAnswer>> Try(OrderSession session, Shop shop, MoneyCall call, CancellationToken cancellation)
    {
        var (request, before) = (call.Request, session.Order);
        if (call.First is { } first && first.BodyHash != request.BodyHash)
            return Problem.Invalid("idempotent_key", "The key was used before with another request.", "idempotency_mismatch");
        var operation = Operation(request, call.First?.OperationId ?? RepeatedOperation.Of(before, request) ?? call.NewId, before);

        // What is on its way is settled first: until then nobody knows what there is to plan.
        if (!before.Payments.Any(p => p.HasPending))
        {
            var planned = Plan(before, request, operation);
            if (!planned.Succeeded)
                return planned.Cast<MoneyAnswer>();
            if (ReferenceEquals(planned.Value, before) && !IsUnsettled(before, request))
                return new MoneyAnswer(before, operation);
        }

        if (!call.Woken)
            await wakeUps.Set(call.WakeUp, cancellation);
        call.Woken = true;
        session.WakesAt = session.WatchedUntil = call.WakeUp.Due;

        var ran = await Move(session, shop, request, operation, call.First, cancellation);
        call.LeavesLetters |= session.LeavesLetters;
        if (!session.IsLost && !session.Order.Payments.Any(p => p.HasPending))
            await UpdateWakeUps(before, session.Order, shop, call, cancellation);
        if (call.LeavesLetters)
            prompt.Take(ForLetters(call.WakeUp));
        return ran;
    }

    /// <summary>
    /// Nothing is pending any more; money held for an order that is not final is looked at again when its time is up, and so
    /// is a hold soon that was to be released and is still there. A call that had more to do than move money leaves its wake-up to
    /// the sweep, which finds nothing to do; one that put goods back leaves that of the timer too.
    /// </summary>
    private async Task UpdateWakeUps(Order before, Order order, Shop shop, MoneyCall call, CancellationToken cancellation)
    {
        var (request, wakeUp) = (call.Request, call.WakeUp);
        var calledOff = NoLongerDue(order, shop, request);
        var goodsWentBack = GoodsWentBack(before, order);
        if (calledOff is not null && goodsWentBack)
            await wakeUps.CallOff(calledOff, cancellation);
        else if (calledOff is not null)
            await wakeUps.Clear(calledOff, cancellation);
        if (order.Status is OrderStatus.Open && order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper))
            await wakeUps.Set(wakeUp with { Due = OpenMoney.ReleasedAt(order, shop) }, cancellation);
        if (calledOff is not null || goodsWentBack || OpenMoney.IsToBeGivenBack(order))
            return;
        if (call.LeavesLetters)
            await wakeUps.Replace(wakeUp, ForLetters(wakeUp), cancellation);
        else
            await wakeUps.Clear(wakeUp, cancellation);
    }

    /// <summary>The letters that the call has committed are not to be forgotten with its wake-up.</summary>
    private static WakeUp ForLetters(WakeUp wakeUp) => wakeUp with { Kind = WakeUpKinds.Outbox };

    private static bool GoodsWentBack(Order before, Order order) =>
        order.LineItems.Any(line => line.TracksInventory)
        && (
            order.StockTaken != before.StockTaken
            || order.LineItems.Sum(l => l.RestockedQuantity) != before.LineItems.Sum(l => l.RestockedQuantity)
        );

    private async Task<Result<MoneyAnswer>> Move(
        OrderSession session,
        Shop shop,
        MoneyRequest request,
        MoneyOperation operation,
        IdempotentAnswer? first,
        CancellationToken cancellation
    )
    {
        if (session.Order.Payments.Any(p => p.HasPending) && await SettleFirst(session, shop, request, cancellation) is { } problem)
            return problem;
        var answer = first is null && request.IdempotentKey is { } key ? new IdempotentAnswer(key, request.BodyHash, operation.Id) : null;
        if (request.CancelsOrder && session.Order.Status is not OrderStatus.Canceled)
        {
            var canceled = Plan(session.Order, request, operation);
            if (!canceled.Succeeded)
                return canceled.Cast<MoneyAnswer>();
            session.Order = canceled.Value;
            if (!await session.Commit(cancellation, answer))
                return Problem.Locked();
            answer = null;
        }

        session.Order = RefundNotes.Note(session.Order, request, operation);
        var ran = await processor.Run(session, shop, operation, request.Actor, answer, cancellation);
        if (ran.Succeeded && ChargedInVain.By(session.Order))
            ran = await processor.Run(
                session,
                shop,
                new MoneyOperation($"{operation.Id}-refund", MoneyOperationKind.Refund) { Reason = request.Reason },
                request.Actor,
                answer: null,
                cancellation
            );
        if (ran.Succeeded)
            await after.Settle(session, shop, request.Actor, cancellation);
        else
            session.Order = RefundNotes.Forget(session.Order, operation);
        if (!await session.Commit(cancellation))
            return Problem.Locked();

        // That it owes nothing any more is written by the sweep, which finds it so.
        await after.GiveBack(session.Order, cancellation);
        return ran.Map(_ => new MoneyAnswer(session.Order, operation));
    }

    /// <summary>Null when the outcome of all that was on its way is known, and written: a refusal of this call must not lose it.</summary>
    private async Task<Problem?> SettleFirst(OrderSession session, Shop shop, MoneyRequest request, CancellationToken cancellation)
    {
        var settled = await processor.SettlePending(session, shop, request.Actor, cancellation);
        if (!await session.Commit(cancellation))
            return Problem.Locked();
        return settled
            ? null
            : Problem.Upstream("payments", "The payment gateway did not answer. The payment is settled as soon as it does.");
    }

    /// <summary>
    /// The delayed capture that a manual capture or a cancel came before: nothing is to wait for days for an order with
    /// nothing left to charge.
    /// </summary>
    private WakeUp? NoLongerDue(Order order, Shop shop, MoneyRequest request) =>
        (request.CancelsOrder || request.Kind is MoneyOperationKind.Capture)
        && CaptureLater.DueAt(order, shop) is { } due
        && due > time.GetUtcNow()
        && (order.Status is OrderStatus.Canceled || CapturePayments.Outstanding(order) == 0)
            ? WakeUp.Of(order, WakeUpKinds.DelayedCapture, due)
            : null;

    private Result<Order> Plan(Order order, MoneyRequest request, MoneyOperation operation)
    {
        var occasion = new Occasion(time.GetUtcNow(), request.Actor);
        if (!operation.Movements(order).Any() && RefundOfLines.Refusal(order, request.Returned) is { } refused)
            return refused;
        return request.CancelsOrder
            ? CancelOrder
                .Decide(order, request.Reason, occasion)
                .Then(canceled => ReferenceEquals(canceled, order) ? order : operation.Plan(canceled, occasion, ids))
            : operation.Plan(order, occasion, ids);
    }

    /// <summary>Something of the order is to be asked for although the call plans nothing new.</summary>
    private static bool IsUnsettled(Order order, MoneyRequest request) =>
        !order.OpenRefunds.IsEmpty || order.Payments.Any(p => p.HasPending || (request.Kind is MoneyOperationKind.Void && p.AwaitsShopper));

    private static MoneyOperation Operation(MoneyRequest request, string id, Order order) =>
        new(id, request.Kind)
        {
            Amount = request.IsForReturned ? RefundOfLines.Of(order, request.Returned) : request.Amount,
            Data = request.Data,
            PaymentId = request.PaymentId,
            Reauthorize = request.Reauthorize,
            Reason = request.Reason,
        };

    /// <summary>What one call keeps over its tries.</summary>
    private sealed class MoneyCall(MoneyRequest request, string newId, WakeUp wakeUp)
    {
        public MoneyRequest Request => request;

        /// <summary>The operation's, unless the key was used before.</summary>
        public string NewId => newId;
        public WakeUp WakeUp => wakeUp;
        public bool Woken { get; set; }

        /// <summary>One of its tries, perhaps not the last, has committed letters that rely on the wake-up.</summary>
        public bool LeavesLetters { get; set; }

        /// <summary>The answer kept for the request's key, read with the order.</summary>
        public IdempotentAnswer? First { get; set; }
    }
}
