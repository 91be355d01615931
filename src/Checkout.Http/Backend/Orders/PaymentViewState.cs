using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// A payment with every movement of its money. The amounts are sums of its transactions that succeeded, minor units of
/// <c>currency</c>.
/// </summary>
public sealed record PaymentViewState
{
    public required string Id { get; init; }
    public required string GatewayPublicId { get; init; }
    public required string Type { get; init; }
    public required string DisplayString { get; init; }
    public required string Currency { get; init; }

    /// <summary>Of authorizations that have not expired.</summary>
    public required long Authorized { get; init; }
    public required long Captured { get; init; }
    public required long Refunded { get; init; }
    public required long Voided { get; init; }
    public required ImmutableArray<TransactionViewState> Transactions { get; init; }

    public static PaymentViewState Of(Payment payment) =>
        new()
        {
            Id = payment.Id,
            GatewayPublicId = payment.GatewayPublicId,
            Type = payment.Type,
            DisplayString = payment.DisplayString,
            Currency = payment.Currency,
            Authorized = payment.Authorized,
            Captured = payment.Captured,
            Refunded = payment.Refunded,
            Voided = payment.Voided,
            Transactions = [.. payment.Transactions.Select(TransactionViewState.Of)],
        };
}
