using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments;

/// <summary>
/// Charges what was authorized, payment by payment in their order (docs/contract/decisions.md#d4). More than was
/// authorized is charged only when the call allows a new authorization and the gateway grants it, and more than the order
/// costs never: a client that sends a capture again under another key does not charge twice.
/// </summary>
public static class CapturePayments
{
    /// <summary>Decline codes after which a new authorization can help.</summary>
    public static bool IsSpent(string? code) => code is GatewayCodes.AuthorizationExpired or GatewayCodes.AuthorizationUsed;

    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids) =>
        operation.Movements(order).Any() ? PlanNext(order, operation, occasion, ids) : PlanFirst(order, operation, occasion, ids);

    /// <summary>What is still to be charged for the order: its total less what is captured or on its way.</summary>
    public static long Outstanding(Order order) =>
        Math.Max(
            0,
            OrderPrice.Of(order).Total
                - order.Payments.Sum(p =>
                    p.Transactions.Where(t => t.Kind is TransactionKind.Capture && t.Status is not TransactionStatus.Failed)
                        .Sum(t => t.Amount)
                )
        );

    /// <summary>Why parts of the operation were not charged, those left out that a new authorization replaces.</summary>
    public static IEnumerable<Problem> Refused(Order order, MoneyOperation operation) =>
        from movement in operation.Movements(order)
        let transaction = movement.Transaction
        where
            transaction.Kind is not TransactionKind.Void
            && transaction.Status is TransactionStatus.Failed or TransactionStatus.NeedsAction
            && movement.Payment.Transactions.All(t => t.RetryOf != transaction.Id)
        select Problem.Order("payment", transaction.FailureMessage ?? "The payment was declined.", "payment");

    private static Result<Order> PlanFirst(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        if (order.Status is OrderStatus.Canceled)
            return Problem.Order("public_order_id", "The order is canceled.", "canceled");
        var candidates = order.Payments.Where(p => operation.PaymentId is null || p.Id == operation.PaymentId).ToList();
        if (operation.PaymentId is not null && RefuseNamed(candidates) is { } refused)
            return refused;
        var owed = Outstanding(order);
        var left = operation.Amount ?? owed;
        if (owed == 0 || left > owed)
            return Problem.Order(
                "amount",
                owed == 0 ? "There is nothing left to capture." : $"At most {owed} is left to capture.",
                "payment"
            );

        var planned = ChargeHeld(order, candidates, ref left, operation, occasion, ids);

        // Never authorized (verify only), or allowed to be authorized again: first each for what it has lost, then for the rest.
        var again = candidates.Where(p => MayBeAuthorized(p, operation)).ToList();
        var shares = OrderPrice.Of(order).Payments;
        foreach (var payment in again)
            Authorize(payment, operation.PaymentId is null ? Lost(payment) : left);
        foreach (var payment in again.Where(p => !p.Transactions.IsEmpty))
            Authorize(payment, left);

        return left == 0 ? planned : Problem.Order("amount", "The amount is more than the authorized payments cover.", "payment");

        long Lost(Payment payment) => shares.First(s => s.PaymentId == payment.Id).Amount - payment.Held - payment.Captured;

        void Authorize(Payment payment, long asked)
        {
            var share = Math.Min(left, asked);
            if (share <= 0)
                return;
            var standing = planned.Payment(payment.Id)!;
            var raised = payment.Transactions.IsEmpty ? standing with { Amount = share } : standing;
            planned = planned.With(raised.Intend(planned, operation, TransactionKind.Authorize, share, occasion, ids));
            left -= share;
        }
    }

    private static bool MayBeAuthorized(Payment payment, MoneyOperation operation) =>
        payment.Transactions.IsEmpty || (operation.Reauthorize && payment.Stands && WasAuthorized(payment));

    private static Problem? RefuseNamed(List<Payment> candidates) =>
        candidates.Count == 0 ? Problem.NotFound("The order has no such payment.") with { Field = "payment_id" }
        : candidates[0].Status is not PaymentStatuses.AwaitingPreAuth
            ? Problem.Order("payment_id", "The payment is not awaiting authorization.", "payment")
        : null;

    /// <summary>Intends a capture of each hold in turn, as far as <paramref name="left"/> goes, which is what is left then.</summary>
    private static Order ChargeHeld(
        Order order,
        List<Payment> candidates,
        ref long left,
        MoneyOperation operation,
        Occasion occasion,
        IIdSource ids
    )
    {
        var planned = order;
        foreach (var (payment, authorization) in candidates.SelectMany(p => p.Transactions.Select(t => (p, t))))
        {
            var amount = Math.Min(left, payment.AvailableOf(authorization));
            if (amount <= 0)
                continue;
            planned = planned.With(
                planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Capture, amount, occasion, ids, authorization.Id)
            );
            left -= amount;
        }

        return planned;
    }

    /// <summary>Its gateway granted a hold once, whatever became of it: then it may grant another.</summary>
    public static bool WasAuthorized(Payment payment) =>
        payment.Transactions.Any(t => t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded });

    private static Order PlanNext(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        var planned = order;
        var movements = operation.Movements(order).ToList();

        // Less than was asked for, where part of it was charged elsewhere in the meantime: first what is held anew for it already.
        var owed = Outstanding(order);
        foreach (var (payment, held) in movements.Where(m => IsToBeCharged(m.Payment, m.Transaction)))
        {
            var amount = Math.Min(owed, held.Amount);
            if (amount > 0)
                planned = planned.With(
                    planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Capture, amount, occasion, ids, held.Id)
                );
            owed -= amount;
        }

        foreach (var (payment, refused) in movements.Where(m => MayBeReplaced(m.Payment, m.Transaction, operation)))
        {
            var amount = Math.Min(owed, refused.Amount);
            if (amount > 0)
                planned = planned.With(
                    planned
                        .Payment(payment.Id)!
                        .Intend(planned, operation, TransactionKind.Authorize, amount, occasion, ids, retryOf: refused.Id)
                );
            owed -= amount;
        }

        return ReferenceEquals(planned, order) && Outstanding(order) == 0 ? ReleaseRest(order, operation, occasion, ids) : planned;
    }

    /// <summary>A hold that the operation was granted and has not charged.</summary>
    private static bool IsToBeCharged(Payment payment, PaymentTransaction movement) =>
        movement is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded }
        && payment.Transactions.All(t => t.ParentId != movement.Id);

    /// <summary>A charge that its hold was no good for any more, once for each hold.</summary>
    private static bool MayBeReplaced(Payment payment, PaymentTransaction movement, MoneyOperation operation) =>
        operation.Reauthorize
        && movement is { Kind: TransactionKind.Capture, Status: TransactionStatus.Failed, RetryOf: null }
        && IsSpent(movement.FailureCode)
        && payment.Transactions.All(t => t.RetryOf != movement.Id)
        && payment.Transactions.First(t => t.Id == movement.ParentId).RetryOf is null;

    /// <summary>
    /// The order is paid: what is held beyond it, since its total fell after the hold was placed, goes back to the shopper.
    /// Once: a hold that the gateway would not release is left to the reconcile step.
    /// </summary>
    private static Order ReleaseRest(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids) =>
        operation.Movements(order).Any(m => m.Transaction.Kind is TransactionKind.Void)
            ? order
            : VoidPayments.Release(order, operation, occasion, ids);
}
