using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Gives back what is held beyond the total, the payments that came last first. A hold that its gateway does not release in
/// part is asked for it once; its rest goes back when the order is charged.
/// </summary>
public static class ReleaseExcess
{
    /// <param name="excess">Minor units.</param>
    public static Order Plan(Order order, long excess, MoneyOperation operation, Occasion occasion, IIdSource ids)
    {
        var planned = order;
        foreach (var payment in order.Payments.Reverse())
        {
            foreach (var hold in payment.Transactions.Reverse())
            {
                var amount = Math.Min(excess, payment.AvailableOf(hold));
                if (amount <= 0 || WasRefused(payment, hold))
                    continue;
                var standing = planned.Payment(payment.Id)!;
                var less = standing with { Amount = standing.Amount - amount };
                planned = planned.With(less.Intend(planned, operation, TransactionKind.Void, amount, occasion, ids, hold.Id));
                excess -= amount;
            }
        }

        return planned;
    }

    private static bool WasRefused(Payment payment, PaymentTransaction hold) =>
        payment.Transactions.Any(t => t is { Kind: TransactionKind.Void, Status: TransactionStatus.Failed } && t.ParentId == hold.Id);
}
