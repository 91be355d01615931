using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Writes down what is about to be asked of a gateway.</summary>
internal static class PaymentIntents
{
    /// <summary>
    /// Adds a pending transaction. Its gateway key is made of order, payment, kind and the number of its kind, so that
    /// the same step always has the same key and a new step never an old one. The numbers of a part of an order begin where
    /// its own movements end, so its keys are of another kind than those of the order that it was placed as.
    /// </summary>
    public static Payment Intend(
        this Payment payment,
        Order order,
        MoneyOperation operation,
        TransactionKind kind,
        long amount,
        Occasion occasion,
        IIdSource ids,
        string? parentId = null,
        string? retryOf = null
    ) =>
        payment.With(
            new PaymentTransaction
            {
                Id = ids.Ulid(),
                Kind = kind,
                Amount = amount,
                Currency = payment.Currency,
                IdempotencyKey = string.Create(
                    null,
                    $"{Placed(order)}-{payment.Id}-{kind}-{payment.Transactions.Count(t => t.Kind == kind) + 1}"
                ),
                OperationId = operation.Id,
                ParentId = parentId,
                RetryOf = retryOf,
                Reason = operation.Reason,
                Data = kind is TransactionKind.Capture or TransactionKind.Refund ? operation.Data : null,
                CreatedAt = occasion.At,
            }
        );

    private static string Placed(Order order) => order.SplitFrom is null ? order.PublicOrderId : $"{order.PublicOrderId}-split";
}
