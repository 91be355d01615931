using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Webhooks;

/// <param name="Amount">In units of the currency, such as 19.99.</param>
/// <param name="ProviderId">The gateway's own id, where it gave one.</param>
public sealed record PlatformTransaction(string Type, string Status, string ProviderId, DateTimeOffset ProcessedAt, decimal Amount)
{
    internal static PlatformTransaction Of(PaymentTransaction transaction) =>
        new(
            transaction.Kind switch
            {
                TransactionKind.Authorize => "authorization",
                TransactionKind.Capture => "capture",
                TransactionKind.Refund => "refund",
                _ => "void",
            },
            "success",
            transaction.GatewayReference ?? transaction.Id,
            transaction.CreatedAt,
            Currency.Of(transaction.Currency).ToDecimal(transaction.Amount)
        );
}
