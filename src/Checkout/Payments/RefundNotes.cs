using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>Writes on the order what a refund owes besides the money, and takes the note back when the refund came to nothing.</summary>
public static class RefundNotes
{
    /// <summary>The order with the note, once, while the operation has not begun.</summary>
    public static Order Note(Order order, MoneyRequest request, MoneyOperation operation) =>
        operation.Kind is MoneyOperationKind.Refund
        && (!request.Returned.IsEmpty || request.NotifyByEmail)
        && !operation.Movements(order).Any()
        && order.OpenRefunds.All(r => r.OperationId != operation.Id)
            ? order with
            {
                OpenRefunds = order.OpenRefunds.Add(new OpenRefund(operation.Id, request.Returned, request.NotifyByEmail, request.Actor)),
                RefundedLines = request.Returned.IsEmpty
                    ? order.RefundedLines
                    : order.RefundedLines.Add(new RefundedLines(operation.Id, request.Returned)),
            }
            : order;

    /// <summary>Without the note, when the operation came to nothing.</summary>
    public static Order Forget(Order order, MoneyOperation operation) =>
        order.OpenRefunds.Any(r => r.OperationId == operation.Id) && !operation.Movements(order).Any()
            ? order with
            {
                OpenRefunds = order.OpenRefunds.RemoveAll(r => r.OperationId == operation.Id),
                RefundedLines = order.RefundedLines.RemoveAll(r => r.OperationId == operation.Id),
            }
            : order;
}
