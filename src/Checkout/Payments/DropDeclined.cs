using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// Makes room for another try to pay: a declined payment that stays on the order is asked for again, which is right for one
/// call and wrong when the shopper has brought another card. What was declined stays in the ledger.
/// </summary>
public static class DropDeclined
{
    /// <param name="alsoUnasked">Takes payments off too that no gateway was asked for and that were to pay whatever is left.</param>
    public static Order Decide(Order order, Occasion occasion, bool alsoUnasked = false)
    {
        var left = order;
        foreach (
            var payment in order.Payments.Where(p =>
                p.HasFailed
                || (alsoUnasked && p is { Transactions.IsEmpty: true, RequestedAmount: null } && p.Type != PaymentTypes.GiftCard)
            )
        )
            left = (left with { Payments = left.Payments.Remove(payment) }).Record("payment.removed", occasion, paymentId: payment.Id);
        return left;
    }
}
