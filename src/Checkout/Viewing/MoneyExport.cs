using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>A row for each movement of money, whatever became of it.</summary>
internal static class MoneyExport
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "public_order_id",
        "order_number",
        "platform_order_id",
        "payment_id",
        "gateway_public_id",
        "type",
        "display_string",
        "transaction_id",
        "reference",
        "kind",
        "status",
        "at",
        "currency",
        "amount",
        "reason",
    ];

    /// <summary>Authorizations, captures and voids.</summary>
    public static IEnumerable<ImmutableArray<Cell>> Payments(Order order) => Rows(order, kind => kind is not TransactionKind.Refund);

    public static IEnumerable<ImmutableArray<Cell>> Refunds(Order order) => Rows(order, kind => kind is TransactionKind.Refund);

    private static IEnumerable<ImmutableArray<Cell>> Rows(Order order, Func<TransactionKind, bool> wanted) =>
        from payment in order.Payments
        from transaction in payment.Transactions
        where wanted(transaction.Kind)
        select (ImmutableArray<Cell>)
            [
                order.PublicOrderId,
                OrderNumber.Of(order),
                order.PlatformOrderId,
                payment.Id,
                payment.GatewayPublicId,
                payment.Type,
                payment.DisplayString,
                transaction.Id,
                transaction.GatewayReference ?? transaction.Id,
                MoneyWords.Of(transaction.Kind),
                MoneyWords.Of(transaction.Status),
                transaction.SettledAt ?? transaction.CreatedAt,
                transaction.Currency,
                transaction.Amount,
                transaction.FailureMessage ?? transaction.FailureCode ?? transaction.Reason,
            ];
}
