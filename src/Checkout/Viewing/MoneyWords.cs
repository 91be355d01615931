using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>Movements of money in the words of back offices (docs/contract/backend.md#order-view).</summary>
public static class MoneyWords
{
    public static string Of(TransactionKind kind) =>
        kind switch
        {
            TransactionKind.Authorize => MovementKinds.Authorize,
            TransactionKind.Capture => MovementKinds.Capture,
            TransactionKind.Void => MovementKinds.Void,
            _ => MovementKinds.Refund,
        };

    public static string Of(TransactionStatus status) =>
        status switch
        {
            TransactionStatus.Pending => MovementStatuses.Pending,
            TransactionStatus.Succeeded => MovementStatuses.Succeeded,
            TransactionStatus.NeedsAction => MovementStatuses.NeedsAction,
            _ => MovementStatuses.Failed,
        };
}
