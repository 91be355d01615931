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

    /// <summary>What kept the operation's holds from being placed; empty when they all stand.</summary>
    public static IEnumerable<Problem> Declined(Order order, MoneyOperation operation) =>
        operation.Movements(order)
            .Where(m => m.Transaction is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Failed })
            .Select(m => Problem.Order("payment", m.Transaction.FailureMessage ?? "The payment was declined.", "payment") with { Type = "order" });
}
