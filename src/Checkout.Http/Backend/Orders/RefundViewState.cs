using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <summary>A refund: all that one call gave back, from however many captures.</summary>
/// <param name="Id">Of its first transaction.</param>
/// <param name="Amount">Minor units that were given back; what failed or is pending is not in it.</param>
/// <param name="Status">pending while a part of it is, succeeded when something was given back, failed otherwise.</param>
/// <param name="Lines">What came back; empty for a refund of an amount.</param>
public sealed record RefundViewState(
    string Id,
    string Status,
    long Amount,
    DateTimeOffset At,
    string? Reason,
    ImmutableArray<LineQuantityState> Lines
)
{
    /// <summary>Oldest first.</summary>
    public static ImmutableArray<RefundViewState> Of(Order order) =>
        [
            .. order
                .Payments.SelectMany(payment => payment.Transactions)
                .Where(transaction => transaction.Kind is TransactionKind.Refund)
                .GroupBy(transaction => transaction.OperationId, StringComparer.Ordinal)
                .Select(operation => Of(order, operation.Key, [.. operation.OrderBy(t => t.CreatedAt)]))
                .OrderBy(refund => refund.At),
        ];

    private static RefundViewState Of(Order order, string operationId, ImmutableArray<PaymentTransaction> parts) =>
        new(
            parts[0].Id,
            parts.Any(t => t.Status is TransactionStatus.Pending) ? "pending"
                : parts.Any(t => t.Status is TransactionStatus.Succeeded) ? "succeeded"
                : "failed",
            parts.Where(t => t.Status is TransactionStatus.Succeeded).Sum(t => t.Amount),
            parts[0].CreatedAt,
            parts.Select(t => t.Reason).FirstOrDefault(reason => reason is not null),
            [
                .. order
                    .RefundedLines.Where(refund => refund.OperationId == operationId)
                    .SelectMany(refund => refund.Lines)
                    .Select(line => new LineQuantityState(line.LineItemKey, line.Quantity)),
            ]
        );
}
