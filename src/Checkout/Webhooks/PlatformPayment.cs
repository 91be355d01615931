using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>A movement of money as a platform is told of it (docs/contract/platforms.md#payments).</summary>
public sealed record PlatformPayment(string Key, string PaymentMethod, string Provider, string Currency, PlatformTransaction Transaction)
{
    internal static IEnumerable<PlatformPayment> Of(Payment payment) =>
        from transaction in payment.Transactions
        where transaction.Status is TransactionStatus.Succeeded
        orderby transaction.CreatedAt descending
        select new PlatformPayment(
            payment.Id,
            payment.Type,
            payment.GatewayPublicId,
            transaction.Currency,
            PlatformTransaction.Of(transaction)
        );
}
