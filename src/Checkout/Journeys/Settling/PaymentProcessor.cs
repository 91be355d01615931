using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Settling;

/// <summary>
/// Moves money so that it is never moved twice: the intent is committed, the gateway is asked with the intent's key, the
/// outcome is written. Whatever was left pending by a crash is asked for again first, with the same key.
/// </summary>
public sealed class PaymentProcessor(GatewayCalls gateway, MoneyWatch watch, TimeProvider time, IIdSource ids)
{
    /// <summary>A group write holds a hundred rows: an outcome is two, and one more for each subscriber that is told of it.</summary>
    private const int MostOutcomesInACommit = 10;

    /// <summary>
    /// Carries the operation to its end. The last outcomes are in the session and not yet committed: they go with the
    /// caller's next commit. Refused: what the plan refused; locked when another writer was faster (begin again from a
    /// fresh load); upstream when a gateway's answer is unknown (the intent stays and is asked for again).
    /// </summary>
    public async Task<Result<Order>> Run(
        OrderSession session,
        Shop shop,
        MoneyOperation operation,
        string actor,
        IdempotentAnswer? answer,
        CancellationToken cancellation
    )
    {
        for (var first = true; ; first = false)
        {
            var settled = await Settle(
                session,
                shop,
                actor,
                first ? WaitingFor(operation) : ShopperWaits.Leave,
                operation.PaymentId,
                leftOver: first,
                cancellation
            );
            if (settled is Settled.Locked)
                return Problem.Locked();
            if (settled is Settled.NotAll)
                return Problem.Upstream("payments", "The payment gateway did not answer. The payment is settled as soon as it does.");
            if (!await LearnOfHolds(session, shop, operation, actor, cancellation))
                return Problem.Upstream("payments", "The payment gateway does not say what became of the payment.");
            var planned = operation.Plan(session.Order, Now(actor), ids);
            if (!planned.Succeeded || !planned.Value.Payments.Any(p => p.HasPending))
                return planned;
            session.Order = planned.Value;
            await watch.Keep(session, cancellation);
            if (!await session.Commit(cancellation, answer))
                return Problem.Locked();
            await watch.Keep(session, cancellation);
            answer = null;
        }
    }

    /// <summary>Asks for every pending transaction; false when one is still unknown, or another writer was faster.</summary>
    public async Task<bool> SettlePending(OrderSession session, Shop shop, string actor, CancellationToken cancellation) =>
        await Settle(session, shop, actor, ShopperWaits.Leave, paymentId: null, leftOver: true, cancellation) is Settled.All;

    /// <summary>As <see cref="SettlePending"/>, and for what waits for its shopper.</summary>
    public async Task<bool> SettleOpen(OrderSession session, Shop shop, string actor, CancellationToken cancellation) =>
        await Settle(session, shop, actor, ShopperWaits.Ask, paymentId: null, leftOver: true, cancellation) is Settled.All;

    /// <summary>What became of the holds that were not as the operation expected; false when a gateway does not answer.</summary>
    private async Task<bool> LearnOfHolds(
        OrderSession session,
        Shop shop,
        MoneyOperation operation,
        string actor,
        CancellationToken cancellation
    )
    {
        foreach (var (payment, hold) in MoneyElsewhere.ToAskFor(session.Order, operation).ToList())
        {
            var seen = await gateway.Inspect(session.Order, shop, payment, hold, cancellation);
            if (seen is { State: GatewayHoldState.Unknown })
                return false;
            if (seen is not null)
                session.Order = MoneyElsewhere.Learn(session.Order, payment.Id, hold.Id, seen, Now(actor), ids);
        }

        return true;
    }

    /// <summary>A shopper may have confirmed in the meantime; one whose payment is to be voided is not waited for.</summary>
    private static ShopperWaits WaitingFor(MoneyOperation operation) =>
        operation.Kind switch
        {
            MoneyOperationKind.Authorize => ShopperWaits.Ask,
            MoneyOperationKind.Void => ShopperWaits.GiveUp,
            _ => ShopperWaits.Leave,
        };

    /// <param name="waits">What becomes of that which needs the shopper, of the payment meant or of all.</param>
    /// <param name="leftOver">Somebody may have asked for what is pending before.</param>
    private async Task<Settled> Settle(
        OrderSession session,
        Shop shop,
        string actor,
        ShopperWaits waits,
        string? paymentId,
        bool leftOver,
        CancellationToken cancellation
    )
    {
        var settled = Settled.All;
        foreach (var payment in session.Order.Payments)
        {
            var asksWaiting = waits is not ShopperWaits.Leave && (paymentId is null || payment.Id == paymentId);
            foreach (
                var transaction in payment.Transactions.Where(t =>
                    t.Status is TransactionStatus.Pending || (asksWaiting && t.Status is TransactionStatus.NeedsAction)
                )
            )
            {
                if (session.Order.NewTimeline.Length >= MostOutcomesInACommit && !await session.Commit(cancellation))
                    return Settled.Locked;
                var outcome = await gateway.Ask(session.Order, shop, payment, transaction, waits is ShopperWaits.GiveUp, cancellation);
                if (leftOver && SaysNothingOfBefore(outcome))
                    outcome = GatewayOutcome.Unknown(outcome.Message ?? "");
                session.Order = SettleTransaction.Decide(session.Order, payment.Id, transaction.Id, outcome, Now(actor));
                if (outcome.Kind is GatewayOutcomeKind.Unknown)
                    settled = Settled.NotAll;
            }
        }

        return settled;
    }

    /// <summary>
    /// A gateway that is not there, or that refuses the question for its form, did nothing now; what it did when it was
    /// asked before is not known, and must not count as failed: the money may have moved.
    /// </summary>
    private static bool SaysNothingOfBefore(GatewayOutcome outcome) =>
        outcome is { Kind: GatewayOutcomeKind.Declined, Code: GatewayCodes.NotAvailable or GatewayCodes.IdempotencyMismatch };

    private Occasion Now(string actor) => new(time.GetUtcNow(), actor);

    private enum ShopperWaits
    {
        Leave,
        Ask,
        GiveUp,
    }

    private enum Settled
    {
        All,

        /// <summary>A gateway's answer is still unknown.</summary>
        NotAll,

        /// <summary>Another writer was faster.</summary>
        Locked,
    }
}
