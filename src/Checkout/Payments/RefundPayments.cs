using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Returns captured money, capture by capture in their order; never more than was captured (docs/contract/payments.md). An
/// operation asks each capture once, so that one of many captures goes on, step by step, where it stopped.
/// </summary>
public static class RefundPayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        var asked = operation.Movements(order).Select(m => m.Transaction).ToList();
        if (!MoneyOperation.MayNeedAnotherStep(asked))
            return order;
        var candidates = order.Payments.Where(p => operation.PaymentId is null || p.Id == operation.PaymentId).ToList();
        if (operation.PaymentId is not null && candidates.Count == 0)
            return Problem.NotFound("The order has no such payment.") with { Field = "payment_id" };
        var refundable = candidates.Sum(p => p.Transactions.Sum(p.RefundableOf));
        if (asked.Count > 0)
            return Next(order, operation, candidates, asked, (operation.Amount ?? long.MaxValue) - asked.Sum(t => t.Amount), occasion, ids);
        var left = operation.Amount ?? refundable;
        if (refundable == 0)
            return Problem.Order("amount", "There is no captured payment left to refund.", "refund");
        if (left <= 0)
            return Problem.Order("amount", "What comes back cost nothing.", "refund");
        if (left > refundable)
            return Problem.Order("amount", $"At most {refundable} can be refunded.", "refund");

        return Next(order, operation, candidates, asked, left, occasion, ids);
    }

    private static Order Next(
        Order order,
        MoneyOperation operation,
        List<Payment> candidates,
        List<PaymentTransaction> asked,
        long left,
        Occasion occasion,
        IIdSource ids
    )
    {
        var before = asked.Select(t => t.ParentId).ToHashSet(StringComparer.Ordinal);
        var planned = order;
        var step = 0;
        foreach (var payment in candidates)
        {
            foreach (var capture in payment.Transactions.Where(t => !before.Contains(t.Id) && !IsLater(t, asked)))
            {
                var amount = Math.Min(left, payment.RefundableOf(capture));
                if (amount <= 0 || step == MoneyOperation.MostInAStep)
                    continue;
                planned = planned.With(
                    planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Refund, amount, occasion, ids, capture.Id)
                );
                left -= amount;
                step++;
            }
        }

        return planned;
    }

    /// <summary>Captured since the operation began: not what it was about.</summary>
    private static bool IsLater(PaymentTransaction capture, List<PaymentTransaction> asked) =>
        asked.Count > 0 && capture.CreatedAt > asked[0].CreatedAt;
}
