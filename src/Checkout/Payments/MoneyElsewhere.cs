using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Puts into an order what was done to its money elsewhere, in the gateway's dashboard or by a bank. What the gateway tells
/// is compared with what the order knows, hold by hold; only the difference is new, so learning twice changes nothing.
/// </summary>
public static class MoneyElsewhere
{
    /// <summary>The operation that these movements belong to.</summary>
    public const string OperationId = "elsewhere";

    /// <summary>On the timeline, beside the movement.</summary>
    public const string Detail = "at the gateway";

    /// <summary>
    /// The holds that the operation found in another state than it expected, and that it may be about to replace or to
    /// release: what became of them is asked before.
    /// </summary>
    public static IEnumerable<(Payment Payment, PaymentTransaction Hold)> ToAskFor(Order order, MoneyOperation operation) =>
        (
            from movement in operation.Movements(order)
            let failed = movement.Transaction
            where
                failed.Status is TransactionStatus.Failed
                && (
                    failed.Kind is TransactionKind.Void
                        ? failed.FailureCode is GatewayCodes.AuthorizationUsed
                        : failed.Kind is TransactionKind.Capture && operation.Reauthorize && CapturePayments.IsSpent(failed.FailureCode)
                )
                && movement.Payment.Transactions.All(t => t.RetryOf != failed.Id)
            from hold in movement.Payment.Transactions
            where hold.Id == failed.ParentId
            select (movement.Payment, hold)
        ).DistinctBy(found => found.hold.Id, StringComparer.Ordinal);

    /// <summary>Holds that were placed, by which all that became of the payment is found.</summary>
    public static IEnumerable<PaymentTransaction> Holds(Payment payment) =>
        payment.Transactions.Where(t =>
            t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded, GatewayReference: not null }
        );

    /// <summary>What was charged of the hold and is not known here, minor units; movements that are on their way are known.</summary>
    public static long UnknownCharge(Payment payment, PaymentTransaction hold, GatewayHold seen) =>
        Math.Max(0, seen.Captured - Moved(payment, TransactionKind.Capture, hold.Id));

    /// <summary>The order as the gateway knows its money. Nothing changes while a movement of the payment is on its way.</summary>
    public static Order Learn(Order order, string paymentId, string holdId, GatewayHold seen, Occasion occasion, IIdSource ids)
    {
        if (
            seen.State is GatewayHoldState.Unknown
            || order.Payment(paymentId) is not { HasPending: false } payment
            || payment.Transactions.FirstOrDefault(t => t.Id == holdId) is not { Status: TransactionStatus.Succeeded } hold
        )
            return order;
        var next = order;
        if (UnknownCharge(payment, hold, seen) is > 0 and var charged)
            next = Add(
                next,
                payment.Id,
                TransactionKind.Capture,
                charged,
                hold.Id,
                seen.ChargeReference,
                "payment.captured",
                occasion,
                ids
            );
        next = LearnRefunds(next, payment.Id, hold, seen, occasion, ids);
        next = LearnRelease(next, payment.Id, hold, seen, occasion, ids);
        return seen.IsDisputed && payment.DisputedAt is null
            ? next.With(next.Payment(payment.Id)! with { DisputedAt = occasion.At })
                .Record("payment.disputed", occasion, seen.Captured, payment.Id, seen.ChargeReference, Detail)
            : next;
    }

    private static Order LearnRefunds(
        Order order,
        string paymentId,
        PaymentTransaction hold,
        GatewayHold seen,
        Occasion occasion,
        IIdSource ids
    )
    {
        var payment = order.Payment(paymentId)!;
        var captures = payment.Transactions.Where(t => t.Kind is TransactionKind.Capture && t.ParentId == hold.Id).ToList();
        var left = seen.Refunded - captures.Sum(capture => Moved(payment, TransactionKind.Refund, capture.Id));
        foreach (var capture in captures)
        {
            var amount = Math.Min(left, order.Payment(paymentId)!.RefundableOf(capture));
            if (amount <= 0)
                continue;
            order = Add(order, paymentId, TransactionKind.Refund, amount, capture.Id, null, "payment.refunded", occasion, ids);
            left -= amount;
        }

        return left < 0 ? TakeBack(order, paymentId, captures, -left, occasion, ids) : order;
    }

    /// <summary>Refunds that were made elsewhere and could not be paid out: the money is with the merchant again.</summary>
    private static Order TakeBack(
        Order order,
        string paymentId,
        List<PaymentTransaction> captures,
        long amount,
        Occasion occasion,
        IIdSource ids
    )
    {
        foreach (var refund in order.Payment(paymentId)!.Transactions.Reverse())
        {
            if (
                amount <= 0
                || refund is not { Kind: TransactionKind.Refund, Status: TransactionStatus.Succeeded, OperationId: OperationId }
                || !captures.Exists(capture => capture.Id == refund.ParentId)
            )
                continue;
            order = FailedRefund.Record(
                order,
                paymentId,
                refund,
                GatewayCodes.Declined,
                "The refund could not be paid out.",
                Detail,
                occasion
            );

            // Several that were learned together: those of them that were paid out stay.
            if (refund.Amount > amount)
                order = Add(
                    order,
                    paymentId,
                    TransactionKind.Refund,
                    refund.Amount - amount,
                    refund.ParentId!,
                    reference: null,
                    "payment.refunded",
                    occasion,
                    ids
                );
            amount -= refund.Amount;
        }

        return order;
    }

    private static Order LearnRelease(
        Order order,
        string paymentId,
        PaymentTransaction hold,
        GatewayHold seen,
        Occasion occasion,
        IIdSource ids
    )
    {
        var payment = order.Payment(paymentId)!;
        if (payment.AvailableOf(hold) is not (> 0 and var left))
            return order;
        return seen.State switch
        {
            GatewayHoldState.Expired => order
                .With(payment.With(hold with { Expired = true }))
                .Record("payment.expired", occasion, left, paymentId, hold.GatewayReference, Detail),
            // Closed: its last charge took what it took, and the rest is free again.
            GatewayHoldState.Canceled or GatewayHoldState.Closed => Add(
                order,
                paymentId,
                TransactionKind.Void,
                left,
                hold.Id,
                hold.GatewayReference,
                "payment.voided",
                occasion,
                ids
            ),
            _ => order,
        };
    }

    private static Order Add(
        Order order,
        string paymentId,
        TransactionKind kind,
        long amount,
        string parentId,
        string? reference,
        string @event,
        Occasion occasion,
        IIdSource ids
    )
    {
        var payment = order.Payment(paymentId)!;
        var intended = payment
            .Intend(order, new MoneyOperation(OperationId, MoneyOperationKind.Capture), kind, amount, occasion, ids, parentId)
            .Transactions[^1];
        var done = intended.Succeed(reference, occasion.At) with { IdempotencyKey = $"{intended.IdempotencyKey}-{OperationId}" };
        return order.With(payment.With(done)).Record(@event, occasion, amount, paymentId, reference, Detail);
    }

    private static long Moved(Payment payment, TransactionKind kind, string parentId) =>
        payment
            .Transactions.Where(t => t.Kind == kind && t.ParentId == parentId && t.Status is not TransactionStatus.Failed)
            .Sum(t => t.Amount);
}
