using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Http.Backend.Payments;

/// <summary>A refund of everything (docs/contract/payments.md#refund); clients spell the data in either of two ways.</summary>
public sealed record RefundRequest
{
    public string? Reason { get; init; }
    public bool? EmailNotification { get; init; }
    public RefundOrderData? RefundOrderData { get; init; }
    public RefundOrderData? RefundMetaData { get; init; }
    public string? IdempotentKey { get; init; }
}

/// <summary>As <see cref="RefundRequest"/> with an amount in minor units.</summary>
public sealed record RefundAmountRequest
{
    public long? Amount { get; init; }
    public string? Reason { get; init; }
    public bool? EmailNotification { get; init; }
    public RefundOrderData? RefundOrderData { get; init; }
    public RefundOrderData? RefundMetaData { get; init; }
    public string? IdempotentKey { get; init; }
}

/// <summary>Lines that come back with the refund are restocked; all of it goes to the gateway.</summary>
public sealed record RefundOrderData
{
    public ImmutableArray<ReturnedLineItem>? LineItems { get; init; }

    /// <summary>What only the gateway understands.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}

public sealed record ReturnedLineItem
{
    public string? LineItemKey { get; init; }
    public int? Quantity { get; init; }
}

/// <summary>The answer to a refund (docs/contract/payments.md#refund).</summary>
public sealed record RefundData(RefundState Refund, ApplicationState ApplicationState)
{
    public static RefundData Of(MoneyAnswer answer)
    {
        var refunds = answer
            .Operation.Movements(answer.Order)
            .Where(m => m.Transaction is { Kind: TransactionKind.Refund, Status: TransactionStatus.Succeeded })
            .Select(m => new RefundTransactionState(
                m.Transaction.GatewayReference ?? m.Transaction.Id,
                m.Payment.Id,
                m.Transaction.Amount,
                m.Transaction.Currency,
                "success",
                m.Transaction.CreatedAt
            ))
            .ToImmutableArray();
        return new RefundData(
            new RefundState(refunds.Sum(r => r.Amount), answer.Order.Currency.Code, refunds),
            ApplicationState.Of(answer.Order)
        );
    }
}

public sealed record RefundState(long Amount, string Currency, ImmutableArray<RefundTransactionState> TransactionDetails);

public sealed record RefundTransactionState(
    string TransactionNumber,
    string PaymentId,
    long Amount,
    string Currency,
    string Status,
    DateTimeOffset CreatedAt
);
