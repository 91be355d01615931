using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Returns captured money, capture by capture in their order; never more than was captured
/// (docs/contract/decisions.md#d4).
/// </summary>
public static class RefundPayments
{
    public static Result<Order> Plan(Order order, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        if (operation.Movements(order).Any())
            return order;
        var candidates = order.Payments.Where(p => operation.PaymentId is null || p.Id == operation.PaymentId).ToList();
        if (operation.PaymentId is not null && candidates.Count == 0)
            return Problem.NotFound("The order has no such payment.") with { Field = "payment_id" };
        var refundable = candidates.Sum(p => p.Transactions.Sum(p.RefundableOf));
        var left = operation.Amount ?? refundable;
        if (refundable == 0)
            return Problem.Order("amount", "There is no captured payment left to refund.", "refund");
        if (left <= 0)
            return Problem.Order("amount", "What comes back cost nothing.", "refund");
        if (left > refundable)
            return Problem.Order("amount", $"At most {refundable} can be refunded.", "refund");

        var planned = order;
        foreach (var payment in candidates)
        {
            foreach (var capture in payment.Transactions)
            {
                var amount = Math.Min(left, payment.RefundableOf(capture));
                if (amount <= 0)
                    continue;
                planned = planned.With(planned.Payment(payment.Id)!.Intend(planned, operation, TransactionKind.Refund, amount, occasion, ids, capture.Id));
                left -= amount;
            }
        }

        return planned;
    }
}
