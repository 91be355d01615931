using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Releases every hold that was not charged; an operation asks for each once, many of them in steps.</summary>
public static class VoidPayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        var asked = operation.Movements(order).Select(m => m.Transaction).ToList();
        return MoneyOperation.MayNeedAnotherStep(asked) ? Release(order, operation, occasion, ids, operation.PaymentId) : order;
    }

    /// <param name="paymentId">The one payment meant; null is all of them.</param>
    internal static Order Release(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids, string? paymentId = null)
    {
        var asked = operation.Movements(order).Select(m => m.Transaction).Where(t => t.Kind is TransactionKind.Void).ToList();
        var before = asked.Select(t => t.ParentId).ToHashSet(StringComparer.Ordinal);
        var planned = order;
        var step = 0;
        foreach (var payment in order.Payments.Where(p => paymentId is null || p.Id == paymentId))
        {
            foreach (var authorization in payment.Transactions.Where(t => !before.Contains(t.Id) && !IsLater(t, asked)))
            {
                var amount = payment.AvailableOf(authorization);
                if (amount <= 0 || step == MoneyOperation.MostInAStep)
                    continue;
                planned = planned.With(
                    planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Void, amount, occasion, ids, authorization.Id)
                );
                step++;
            }
        }

        return planned;
    }

    /// <summary>Held since the operation began: not what it was about.</summary>
    private static bool IsLater(PaymentTransaction hold, List<PaymentTransaction> asked) =>
        asked.Count > 0 && hold.CreatedAt > asked[0].CreatedAt;
}
