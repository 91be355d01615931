using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Pricing;

namespace Checkout.Payments;

/// <summary>
/// Brings what is held to what the order costs (docs/contract/payments.md#authorize): a hold for each payment's
/// share, one more where the total has grown or a hold has expired, and less where it has fallen. Declined payments are tried
/// once more by each new operation. An order that is to be split into orders with authorizations of their own gets a hold for each.
/// </summary>
public static class AuthorizePayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        if (operation.Movements(order).Any())
            return order;
        if (order.Status is OrderStatus.Canceled)
            return Problem.Order("public_order_id", "The order is canceled.", "canceled");
        var planned = order;
        var total = operation.Amount ?? OrderPrice.Of(order).Total;
        var shares = PaymentShare.Of(order.Payments, total, retryFailed: true);
        var holds = SplitPayments.Holds(order, [.. shares.Select(share => share.Amount)]);
        var left = total - order.Payments.Sum(Covered);
        for (var i = 0; i < shares.Length && left > 0; i++)
        {
            if (shares[i].Amount <= 0)
                continue;
            var payment = order.Payments[i] with { Amount = shares[i].Amount };
            foreach (var amount in Unheld(payment, holds[i]).Select(amount => Math.Min(amount, left)).Where(amount => amount > 0))
            {
                payment = payment.Intend(planned, operation, TransactionKind.Authorize, amount, occasion, ids);
                left -= amount;
            }

            planned = planned.With(payment);
        }

        return left < 0 ? ReleaseExcess.Plan(planned, -left, operation, occasion, ids) : planned;
    }

    /// <summary>What the order costs and no payment holds or has charged, minor units: above 0 the order is not paid for.</summary>
    public static long Uncovered(Order order) => Math.Max(0, OrderPrice.Of(order).Total - order.Covered);

    /// <summary>What is held and charged is what the order costs, not less and not more.</summary>
    public static bool IsExact(Order order) => order.Covered == OrderPrice.Of(order).Total;

    /// <summary>Why holds of the operation are not in place: declined, or waiting for the shopper. Empty when they all are.</summary>
    public static IEnumerable<Problem> Unplaced(Order order, MoneyOperation operation)
    {
        foreach (var (_, transaction) in operation.Movements(order))
            if (transaction is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Failed })
                yield return Problem.Order("payment", transaction.FailureMessage ?? "The payment was declined.", "payment") with
                {
                    IsOfTender = true,
                };
        if (order.Payments.Any(p => p.Transactions.Any(t => t.Status is TransactionStatus.NeedsAction)))
            yield return Problem.Order("payment", "The shopper must confirm the payment first.", "action_required");
    }

    /// <summary>Held, charged, or held as soon as its shopper confirms.</summary>
    private static long Covered(Payment payment) =>
        payment.Held + payment.Captured + payment.Transactions.Where(t => t.Status is TransactionStatus.NeedsAction).Sum(t => t.Amount);

    /// <summary>
    /// The holds to ask for: all, or of several those that were declined while the others stand, or what one that stands is
    /// short of.
    /// </summary>
    private static IReadOnlyList<long> Unheld(Payment payment, ImmutableArray<long> holds)
    {
        if (payment.Transactions.IsEmpty || payment.HasFailed)
            return holds;
        if (payment.HasPending)
            return [];
        var short_ = payment.Amount - Covered(payment);
        if (holds.Length == 1)
            return [short_];
        var missing = holds.ToList();
        foreach (var hold in payment.Transactions)
            if (hold is { Kind: TransactionKind.Authorize, Status: not TransactionStatus.Failed, Expired: false })
                missing.Remove(hold.Amount);

        // Otherwise the order has changed since, and what stands is of another split.
        return missing.Sum() == short_ ? missing : [short_];
    }
}
