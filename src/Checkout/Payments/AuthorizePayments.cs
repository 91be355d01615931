using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Pricing;

namespace Checkout.Payments;

/// <summary>
/// Places holds on what each payment contributes (docs/contract/payments.md#authorize). Payments that
/// hold or held money already are left alone; declined ones are tried once more by each new operation. An order that is to be
/// split into orders with authorizations of their own gets a hold for each.
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
        var shares = PaymentShare.Of(order.Payments, OrderPrice.Of(order).Total, retryFailed: true);
        var holds = SplitPayments.Holds(order, [.. shares.Select(share => share.Amount)]);
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i].Amount <= 0)
                continue;
            var payment = order.Payments[i] with { Amount = shares[i].Amount };
            foreach (var amount in Unheld(payment, holds[i]))
                payment = payment.Intend(planned, operation, TransactionKind.Authorize, amount, occasion, ids);
            planned = planned.With(payment);
        }

        return planned;
    }

    /// <summary>The holds to ask for: all, or of several those that were declined while the others are held.</summary>
    private static IReadOnlyList<long> Unheld(Payment payment, ImmutableArray<long> holds)
    {
        if (payment.Transactions.IsEmpty || payment.HasFailed)
            return holds;
        if (holds.Length == 1 || payment.HasPending)
            return [];
        var missing = holds.ToList();
        foreach (var standing in payment.Transactions.Where(t => t is { Kind: TransactionKind.Authorize, Status: not TransactionStatus.Failed }))
            missing.Remove(standing.Amount);

        // Otherwise the order has changed since, and what is held is of another split.
        return missing.Sum() == payment.Amount - payment.Authorized ? missing : [];
    }

    /// <summary>Why holds of the operation are not in place: declined, or waiting for the shopper. Empty when they all are.</summary>
    public static IEnumerable<Problem> Unplaced(Order order, MoneyOperation operation)
    {
        foreach (var (_, transaction) in operation.Movements(order))
            if (transaction is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Failed })
                yield return Problem.Order("payment", transaction.FailureMessage ?? "The payment was declined.", "payment");
        if (order.Payments.Any(p => p.Transactions.Any(t => t.Status is TransactionStatus.NeedsAction)))
            yield return Problem.Order("payment", "The shopper must confirm the payment first.", "action_required");
    }
}
