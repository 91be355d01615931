using Checkout.Journeys.Completing;
using Checkout.Journeys.CreateOrder;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Reconciling;

/// <summary>
/// Settles what a crash left: pending movements are asked for again with their keys, an order stuck in processing is
/// processed or opened, charged and sent if that was left out, stock goes back, and money held for an order that was
/// never finished is released when the shop's time for it is up. No paid order stays stuck, and none that went out is undone.
/// </summary>
public sealed class ReconcileOrder(
    OrderRun run,
    PaymentProcessor processor,
    ProcessOrder process,
    FinishSubmission finish,
    AfterMoneyMoved after,
    CreateOrders createOrders,
    IOrderLookup lookup,
    OpenWork open,
    TimeProvider time
) : IWakeUpHandler
{
    public const string Actor = "reconcile";

    public string Kind => WakeUpKinds.Reconcile;

    /// <summary>
    /// A look that is repeated asks for what waits for its shopper too: word from the gateway may have led to the first, which
    /// had no answer.
    /// </summary>
    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        Run(wakeUp, wakeUp.Attempt == 0 ? processor.SettlePending : processor.SettleOpen, cancellation);

    /// <summary>
    /// As <see cref="Handle"/>, on word from a gateway: the shopper may have confirmed what needed action. No wake-up is stored for it,
    /// so one is set before money moves.
    /// </summary>
    public Task<DateTimeOffset?> Hear(WakeUp wakeUp, CancellationToken cancellation) =>
        Run(
            wakeUp,
            (session, shop, actor, token) =>
            {
                session.WatchedUntil = time.GetUtcNow();
                return processor.SettleOpen(session, shop, actor, token);
            },
            cancellation
        );

    private Task<DateTimeOffset?> Run(WakeUp wakeUp, Settle settle, CancellationToken cancellation) =>
        run.Run(
            wakeUp,
            async (session, shop, token) =>
            {
                var again = await Try(session, shop, wakeUp, await settle(session, shop, Actor, token), token);

                // A crash may have come between a commit and the order's line; one that is being processed for so long shows as that.
                if (session.IsCommitted && (session.Order.IsFinal || session.Order.Status is OrderStatus.Processing))
                    await lookup.Repair(session.Order, token);
                return again;
            },
            () => Later(wakeUp),
            cancellation
        );

    private async Task<DateTimeOffset?> Try(OrderSession session, Shop shop, WakeUp wakeUp, bool settled, CancellationToken cancellation)
    {
        if (settled && session.Order is { Status: OrderStatus.Processing, Journal: null or { IsFinished: true } })
            settled = await FinishProcessing(session, shop, cancellation);
        if (settled)
            await finish.ChargeAndSend(session, shop, Actor, cancellation);
        settled = settled && !session.Order.Payments.Any(p => p.HasPending);
        Watch(session.Order);
        var released = !settled || !HeldInVain.By(session.Order) || await ReleaseHeldInVain(session, shop, wakeUp, cancellation);
        if (settled && ChargedInVain.By(session.Order))
            released = await RefundChargedInVain(session, shop, wakeUp, cancellation) && released;
        if (settled)
            await after.Settle(session, shop, Actor, cancellation);
        if (!await session.Commit(cancellation) || !settled)
            return Later(wakeUp);
        session.Order = await after.GiveBack(session.Order, cancellation);
        if (!await session.Commit(cancellation))
            return Later(wakeUp);
        return released ? await Unfinished(session, shop, wakeUp, cancellation) : MuchLater(wakeUp);
    }

    /// <summary>What is still open after a look into it is for people to know of.</summary>
    private void Watch(Order order)
    {
        var unknown = order.Payments.SelectMany(p => p.Transactions).Where(t => t.Status is TransactionStatus.Pending).ToList();
        if (unknown.Count > 0)
            open.Seen(OpenWorkKind.UnknownIntent, order.PublicOrderId, unknown.Min(t => t.CreatedAt));
        else
            open.Done(OpenWorkKind.UnknownIntent, order.PublicOrderId);
        if (order.Status is OrderStatus.Processing)
            open.Seen(OpenWorkKind.Processing, order.PublicOrderId, order.UpdatedAt);
        else
            open.Done(OpenWorkKind.Processing, order.PublicOrderId);
    }

    /// <summary>False while there is sense in another try.</summary>
    private async Task<bool> ReleaseHeldInVain(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        var operation = new MoneyOperation($"reconcile-rest-{wakeUp.Attempt}", MoneyOperationKind.Void)
        {
            Reason = session.Order.CancelReason,
        };
        var released = await processor.Run(session, shop, operation, Actor, answer: null, cancellation);
        return released.Succeeded && (!HeldInVain.By(session.Order) || HeldInVain.IsGivenUp(session.Order, time.GetUtcNow()));
    }

    /// <summary>False while there is sense in another try.</summary>
    private async Task<bool> RefundChargedInVain(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        var operation = new MoneyOperation($"reconcile-refund-{wakeUp.Attempt}", MoneyOperationKind.Refund)
        {
            Reason = session.Order.CancelReason,
        };
        var refunded = await processor.Run(session, shop, operation, Actor, answer: null, cancellation);
        return (refunded.Succeeded && !ChargedInVain.By(session.Order)) || HeldInVain.IsGivenUp(session.Order, time.GetUtcNow());
    }

    private async Task<bool> FinishProcessing(OrderSession session, Shop shop, CancellationToken cancellation)
    {
        var processed = await process.Run(session, shop, Actor, cancellation);
        return !processed.IsLocked && !processed.IsUnavailable;
    }

    /// <summary>A processed order whose journal stopped later is tried again until its time is up; then its money goes back.</summary>
    private async Task<DateTimeOffset?> Unfinished(OrderSession session, Shop shop, WakeUp wakeUp, CancellationToken cancellation)
    {
        var order = session.Order;
        var deadline = OpenMoney.ReleasedAt(order, shop);
        var held = order.Payments.Any(p => p.Held > 0 || p.AwaitsShopper);
        if (order is { Status: OrderStatus.Processed, Journal: { IsFinished: false } })
        {
            if (!createOrders.MaySucceed(order))
                return await LeaveToShop(session, wakeUp, cancellation);
            if (time.GetUtcNow() < deadline)
            {
                var retried = await createOrders.Retry(session, shop, cancellation);
                return retried is { Succeeded: true, Value.Journal.IsFinished: true } ? null : Earlier(MuchLater(wakeUp), deadline);
            }

            return PaymentDue.WentOut(order)
                ? await LeaveToPeople(session, wakeUp, cancellation)
                : await Release(session, shop, wakeUp, cancels: true, cancellation);
        }

        if (order.Status is not OrderStatus.Open || !held)
            return null;
        if (time.GetUtcNow() < deadline)
            return deadline;
        return PaymentDue.WentOut(order) && CapturePayments.Outstanding(order) > 0
            ? await LeaveToPeople(session, wakeUp, cancellation)
            : await Release(session, shop, wakeUp, cancels: false, cancellation);
    }

    /// <summary>
    /// A command that came too late is no reason to undo a placed order, or to keep it from its platform: what is left of its
    /// Create Order is not run any more, and the next look charges and sends the order as the shop's others are.
    /// </summary>
    private async Task<DateTimeOffset?> LeaveToShop(OrderSession session, WakeUp wakeUp, CancellationToken cancellation)
    {
        session.Order = session.Order with { Journal = session.Order.Journal!.TakeOver() };
        return await session.Commit(cancellation) ? time.GetUtcNow() : Later(wakeUp);
    }

    private async Task<DateTimeOffset?> LeaveToPeople(OrderSession session, WakeUp wakeUp, CancellationToken cancellation)
    {
        session.Order = PaymentDue.Decide(session.Order, new Occasion(time.GetUtcNow(), Actor));
        return await session.Commit(cancellation) ? null : Later(wakeUp);
    }

    private async Task<DateTimeOffset?> Release(
        OrderSession session,
        Shop shop,
        WakeUp wakeUp,
        bool cancels,
        CancellationToken cancellation
    )
    {
        var captured = session.Order.Payments.Sum(p => p.Captured - p.Refunded);
        var released = await processor.Run(session, shop, Operation(MoneyOperationKind.Void), Actor, answer: null, cancellation);
        if (released.Succeeded && captured > 0 && cancels)
            released = await processor.Run(session, shop, Operation(MoneyOperationKind.Refund), Actor, answer: null, cancellation);

        // The order is canceled when its money is back: what a gateway refused is asked of it again.
        var isBack =
            session.Order.Payments.All(p => p is { Held: 0, AwaitsShopper: false } && (!cancels || p.Refunded >= p.Captured))
            || HeldInVain.IsGivenUp(session.Order, time.GetUtcNow());
        if (
            released.Succeeded
            && isBack
            && cancels
            && session.Order.GiveUp("The order could not be finished.", new Occasion(time.GetUtcNow(), Actor))
                is { Succeeded: true, Value: var canceled }
        )
        {
            session.Order = canceled;
            await after.PutBack(session, shop, Actor, cancellation);
        }

        if (!await session.Commit(cancellation) || !released.Succeeded)
            return Later(wakeUp);
        session.Order = await after.GiveBack(session.Order, cancellation);
        return !await session.Commit(cancellation) ? Later(wakeUp)
            : isBack ? null
            : MuchLater(wakeUp);

        MoneyOperation Operation(MoneyOperationKind kind) =>
            new($"reconcile-{kind}-{wakeUp.Attempt}", kind) { Reason = "The order was not finished in time." };
    }

    private DateTimeOffset Later(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));

    private DateTimeOffset MuchLater(WakeUp wakeUp) =>
        time.GetUtcNow() + PutOff.After(wakeUp.Attempt, TimeSpan.FromMinutes(2), TimeSpan.FromHours(4));

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>Settles what is not settled yet; false when a gateway's answer is still unknown.</summary>
    private delegate Task<bool> Settle(OrderSession session, Shop shop, string actor, CancellationToken cancellation);
}
