using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Releases every hold that was not charged.</summary>
public static class VoidPayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        if (operation.Movements(order).Any())
            return order;
        var planned = order;
        foreach (var payment in order.Payments.Where(p => operation.PaymentId is null || p.Id == operation.PaymentId))
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
