using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Payments;

/// <summary>
/// Places holds on what each payment contributes (reference/create-order-guide.txt, Authorize payments). Payments that
/// hold or held money already are left alone; declined ones are tried once more by each new operation.
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
        foreach (var (payment, share) in order.Payments.Zip(shares))
        {
            if (share.Amount <= 0 || !(payment.Transactions.IsEmpty || payment.HasFailed))
                continue;
            planned = planned.With((payment with { Amount = share.Amount }).Intend(planned, operation, TransactionKind.Authorize, share.Amount, occasion, ids));
        }

        return planned;
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
