using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Http.Backend.Payments;

/// <summary>A capture of all that is left (docs/contract/payments.md#capture).</summary>
public sealed record CaptureRequest
{
    public bool? Reauth { get; init; }
    public string? IdempotentKey { get; init; }
    public IReadOnlyDictionary<string, JsonElement>? CaptureData { get; init; }
}

/// <summary>As <see cref="CaptureRequest"/> with an amount in minor units.</summary>
public sealed record CaptureAmountRequest
{
    public long? Amount { get; init; }
    public bool? Reauth { get; init; }
    public string? IdempotentKey { get; init; }
    public IReadOnlyDictionary<string, JsonElement>? CaptureData { get; init; }
}

/// <summary>The answer to a capture (docs/contract/payments.md#capture).</summary>
public sealed record CaptureData(CaptureState Capture, ApplicationState ApplicationState)
{
    public static CaptureData Of(MoneyAnswer answer)
    {
        var captures = answer
            .Operation.Movements(answer.Order)
            .Where(m => m.Transaction is { Kind: TransactionKind.Capture, Status: TransactionStatus.Succeeded })
            .Select(m => CaptureTransactionState.Of(m.Payment, m.Transaction))
            .ToImmutableArray();
        return new CaptureData(
            new CaptureState(captures.Sum(c => c.Amount), answer.Order.Currency.Code, captures),
            ApplicationState.Of(answer.Order)
        );
    }
}

public sealed record CaptureState(long Amount, string Currency, ImmutableArray<CaptureTransactionState> Transactions);

public sealed record CaptureTransactionState
{
    public required string TransactionId { get; init; }
    public required string PaymentId { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public string Status { get; init; } = "success";
    public string Type { get; init; } = "charge";
    public required string Gateway { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public ImmutableArray<string> GatewayResponseData { get; init; } = [];

    public static CaptureTransactionState Of(Payment payment, PaymentTransaction transaction) =>
        new()
        {
            TransactionId = transaction.GatewayReference ?? transaction.Id,
            PaymentId = payment.Id,
            Amount = transaction.Amount,
            Currency = transaction.Currency,
            Gateway = payment.GatewayPublicId,
            CreatedAt = transaction.CreatedAt,
        };
}
