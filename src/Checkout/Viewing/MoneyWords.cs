using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>Movements of money in the words of back offices (docs/contract/backend.md#order-view).</summary>
public static class MoneyWords
{
    public static string Of(TransactionKind kind) =>
        kind switch
        {
            TransactionKind.Authorize => "authorize",
            TransactionKind.Capture => "capture",
            TransactionKind.Void => "void",
            _ => "refund",
        };

    public static string Of(TransactionStatus status) =>
        status switch
        {
            TransactionStatus.Pending => "pending",
            TransactionStatus.Succeeded => "succeeded",
            TransactionStatus.NeedsAction => "needs_action",
            _ => "failed",
        };
}
