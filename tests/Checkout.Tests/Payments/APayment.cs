using Checkout.Orders;
using Checkout.Tests.Orders;

namespace Checkout.Tests.Payments;

/// <summary>Payments and movements of money to begin from.</summary>
internal static class APayment
{
    public static Payment Of(string id, params ReadOnlySpan<PaymentTransaction> movements) =>
        new()
        {
            Id = id,
            GatewayPublicId = "gateway",
            Token = $"token-{id}",
            Currency = "CAD",
            CreatedAt = AnOrder.Now.At,
            Transactions = [.. movements],
        };

    public static PaymentTransaction Movement(
        string id,
        TransactionKind kind,
        long amount,
        TransactionStatus status = TransactionStatus.Succeeded,
        string? parent = null
    ) =>
        new()
        {
            Id = id,
            Kind = kind,
            Amount = amount,
            Currency = "CAD",
            Status = status,
            IdempotencyKey = $"key-{id}",
            OperationId = $"operation-{id}",
            ParentId = parent,
            GatewayReference = $"reference-{id}",
            CreatedAt = AnOrder.Now.At,
        };

    /// <summary>An order paid with these.</summary>
    public static Order Paid(params ReadOnlySpan<Payment> payments) => AnOrder.Of(AnOrder.Line()) with { Payments = [.. payments] };

    /// <summary>What a plan added, as payment, kind, amount and parent.</summary>
    public static IEnumerable<(string Payment, TransactionKind Kind, long Amount, string? Parent)> Pending(Order order) =>
        from payment in order.Payments
        from movement in payment.Transactions
        where movement.Status is TransactionStatus.Pending
        select (payment.Id, movement.Kind, movement.Amount, movement.ParentId);
}
