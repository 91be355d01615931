using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// The operation that a call without an idempotent_key repeats. Its answer was lost, so its client can only send it again;
/// while the first is on its way, one like it is taken for the same, and no money moves twice.
/// </summary>
public static class RepeatedOperation
{
    /// <summary>Null when the call is one of its own.</summary>
    public static string? Of(Order order, MoneyRequest request)
    {
        if (request.IdempotentKey is not null || KindOf(request.Kind) is not { } kind)
            return null;
        var movements = order
            .Payments.Where(p => request.PaymentId is null || p.Id == request.PaymentId)
            .SelectMany(p => p.Transactions)
            .Where(t => t.Kind == kind)
            .ToList();
        return movements
            .Where(t => t.Status is TransactionStatus.Pending)
            .Select(t => t.OperationId)
            .Distinct(StringComparer.Ordinal)
            .FirstOrDefault(id => request.Amount is null || movements.Where(t => t.OperationId == id).Sum(t => t.Amount) == request.Amount);
    }

    private static TransactionKind? KindOf(MoneyOperationKind kind) =>
        kind switch
        {
            MoneyOperationKind.Capture => TransactionKind.Capture,
            MoneyOperationKind.Refund => TransactionKind.Refund,
            _ => null,
        };
}
