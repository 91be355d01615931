using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Releases every hold that was not charged.</summary>
public static class VoidPayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        if (operation.Movements(order).Any())
            return order;
        return Release(order, operation, occasion, ids, operation.PaymentId);
    }

    /// <param name="paymentId">The one payment meant; null is all of them.</param>
    internal static Order Release(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids, string? paymentId = null)
    {
        var planned = order;
        foreach (var payment in order.Payments.Where(p => paymentId is null || p.Id == paymentId))
        {
            foreach (var authorization in payment.Transactions)
            {
                var amount = payment.AvailableOf(authorization);
                if (amount > 0)
                    planned = planned.With(planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Void, amount, occasion, ids, authorization.Id));
            }
        }

        return planned;
    }
}
